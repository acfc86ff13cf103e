import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/** A file that can't be used, with all that is wrong in it, one line each. */
export class UnusableFile extends Error {}

/** A value of a file, and where it stands there: `queries.jsonl:12`. */
export interface Line<T> {
  readonly value: T;
  readonly at: string;
}

/** So many mistakes of a file are told. */
const mostMistakes = 10;

/**
 * The values of a file with one JSON value a line, or of one JSON array, as `schema` reads them; empty lines are skipped.
 * Throws `UnusableFile` with file, line and field of what is wrong.
 */
export async function readJsonLines<T>(file: string, schema: z.ZodType<T>): Promise<Line<T>[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UnusableFile(`${file} can’t be read: name an existing file with one JSON object a line.`);
  });
  const lines: Line<T>[] = [];
  const mistakes: string[] = [];
  for (const { value, at } of valuesIn(text.replace(/^\uFEFF/, ''), file)) {
    const read = schema.safeParse(value);
    if (read.success) lines.push({ value: read.data, at });
    else mistakes.push(`${at}: ${problem(read.error, value)}`);
  }
  if (lines.length === 0 && mistakes.length === 0) mistakes.push(`${file} is empty.`);
  if (mistakes.length === 0) return lines;
  throw new UnusableFile(shortened(mistakes).join('\n'));
}

/** The first of many remarks, and how many more there are. */
export function shortened(remarks: readonly string[]): string[] {
  const more = remarks.length - mostMistakes;
  return more > 0 ? [...remarks.slice(0, mostMistakes), `… and ${more} more like these.`] : [...remarks];
}

function valuesIn(text: string, file: string): Line<unknown>[] {
  const whole = text.trimStart().startsWith('[') ? parsed(text) : undefined;
  if (Array.isArray(whole)) return whole.map((value, at) => ({ value, at: `${file}, entry ${at + 1}` }));
  return text
    .split('\n')
    .map((line, at) => ({ line, at: `${file}:${at + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => ({ value: parsed(line), at }));
}

/** The value of a line; undefined, which no schema takes, where it is not JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function problem({ issues }: z.core.$ZodError, value: unknown): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'this is no JSON object';
  return issues.map(({ path, message }) => `“${path.join('.')}”: ${message}`).join('; ');
}
