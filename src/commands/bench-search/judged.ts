import { z } from 'zod';
import type { Corpus } from './documents.ts';
import { language, someText, text } from './fields.ts';
import { type Line, readJsonLines, shortened } from './json-lines.ts';

const judgedQuery = z.object({
  q: someText,
  lang: language,
  relevant: z.unknown().optional().transform(idsIn),
  category: text.transform((category) => category || 'all'),
  /** Written by a person, not made by rule from a title. */
  written: z.boolean().nullish(),
});

/** A query with the entries that answer it. */
export type JudgedQuery = Readonly<z.infer<typeof judgedQuery>>;

/** The queries of a file, and remarks on what in it can't be judged or is doubtful. */
export interface JudgedSet {
  readonly queries: readonly JudgedQuery[];
  readonly remarks: readonly string[];
}

/** The queries of a JSONL file that can be judged on `corpus`, where it is given. Throws `UnusableFile`. */
export async function readQueries(file: string, corpus?: Corpus): Promise<JudgedSet> {
  const lines = await readJsonLines(file, judgedQuery);
  const judged = lines.filter(({ value }) => value.relevant.length > 0);
  const empty = lines.filter(({ value }) => value.relevant.length === 0);
  const remarks = [
    ...empty.map(({ at }) => `${at}: “relevant” names no entry: the query is left out.`),
    ...twice(judged),
    ...(corpus ? unknown(judged, corpus) : []),
  ];
  return { queries: judged.map(({ value }) => value), remarks: shortened(remarks) };
}

/** Ids as files have them: one, several, or with a grade each, of which 0 says that it is none. */
function idsIn(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [String(value).trim()].filter(Boolean);
  if (Array.isArray(value)) return [...new Set(value.flatMap(idsIn))];
  return Object.keys(value).filter((id) => Number((value as Record<string, unknown>)[id]) !== 0);
}

function twice(lines: readonly Line<JudgedQuery>[]): string[] {
  const groups = Map.groupBy(lines, ({ value: { lang, q } }) => `${lang} ${q.toLowerCase()}`);
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map(([first, ...others]) => `${others.map(({ at }) => at).join(', ')}: asked already at ${first?.at}.`);
}

function unknown(lines: readonly Line<JudgedQuery>[], corpus: Corpus): string[] {
  return lines.flatMap(({ value: { lang, relevant }, at }) => {
    const ids = idsOf(corpus, lang);
    const missing = relevant.filter((id) => !ids.has(id));
    return missing.length > 0 ? [`${at}: no document has the id ${missing.join(', ')}.`] : [];
  });
}

const known = new WeakMap<Corpus, Map<string, ReadonlySet<string>>>();

function idsOf(corpus: Corpus, language: string): ReadonlySet<string> {
  const byLanguage = known.get(corpus) ?? new Map<string, ReadonlySet<string>>();
  const ids = byLanguage.get(language) ?? new Set(corpus.recordsIn(language).map(({ id }) => id));
  known.set(corpus, byLanguage.set(language, ids));
  return ids;
}
