import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/** A file that can't be used, with all that is wrong in it, one line each. */
export class UnusableFile extends Error {}

/** So many mistakes of a file are told. */
const mostMistakes = 10;

/**
 * The values of a file with one JSON value a line, as `schema` reads them; empty lines are skipped. Throws `UnusableFile`
 * with file, line and field of what is wrong.
 */
export async function readJsonLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UnusableFile(`${file} can’t be read: name an existing file with one JSON object a line.`);
  });
  const values: T[] = [];
  const mistakes: string[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = schema.safeParse(parsed(line));
    if (read.success) values.push(read.data);
    else mistakes.push(`${file}:${at + 1}: ${problem(read.error)}`);
  }
  if (values.length === 0 && mistakes.length === 0) mistakes.push(`${file} is empty.`);
  if (mistakes.length === 0) return values;
  const more = mistakes.length - mostMistakes;
  throw new UnusableFile(
    [...mistakes.slice(0, mostMistakes), ...(more > 0 ? [`… and ${more} more lines.`] : [])].join('\n'),
  );
}

/** The value of a line; undefined, which no schema takes, where it is not JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function problem({ issues }: z.core.$ZodError): string {
  return issues
    .map(({ path, message, code }) => {
      if (path.length > 0) return `“${path.join('.')}”: ${message}`;
      return code === 'invalid_type' ? 'this is no JSON object' : message;
    })
    .join('; ');
}
