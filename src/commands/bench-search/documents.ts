import { z } from 'zod';
import type { Locale } from '../../i18n/locales.ts';
import { recordTypes } from '../../search/facet-names.ts';
import { spellingsOf } from '../../search/keywords.ts';
import type { SearchRecord } from '../../search/records.ts';
import { readJsonLines } from './json-lines.ts';

/** What can be searched, in each language: the entries of a catalogue with their ids. */
export interface Corpus {
  readonly name: string;
  /** The records of the index for readers of `language`: every entry, in the best language it has. */
  readonly recordsIn: (language: string) => readonly Identified[];
}

export interface Identified {
  readonly id: string;
  readonly record: SearchRecord;
}

const words = z.union([
  z.string(),
  z.array(z.string()),
  z.record(z.string(), z.union([z.string(), z.array(z.string())])),
]);
/** A word, several, or several by language. */
type Words = z.infer<typeof words>;

/** A line of a file of documents. All but the first four fields may be absent. */
const documentLine = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  lang: z.string().min(2),
  title: z.string().min(1),
  text: z.string(),
  summary: z.string().optional(),
  type: z.enum(recordTypes).optional(),
  code: z.string().optional(),
  topic: words.optional(),
  topics: words.optional(),
  keywords: words.optional(),
  synonyms: words.optional(),
  titles: words.optional(),
});
type DocumentLine = z.infer<typeof documentLine>;

/**
 * The documents of a JSONL file: `id, lang, title, text`, and whatever else is known. Texts of one id are translations.
 * Throws `UnusableFile`.
 */
export async function corpusOf(file: string): Promise<Corpus> {
  const lines = await readJsonLines(file, documentLine);
  const byId = Map.groupBy(lines, ({ id }) => id);
  return {
    name: file,
    recordsIn: (language) =>
      [...byId].map(([id, versions]) => {
        const best = versions.find(({ lang }) => lang === language) ?? versions[0];
        return { id, record: recordOf(id, best as DocumentLine, versions) };
      }),
  };
}

function recordOf(id: string, best: DocumentLine, versions: readonly DocumentLine[]): SearchRecord {
  const { title, summary = '', text = '', code = '', type = 'course' } = best;
  const titles = [
    ...versions.map((version) => version.title),
    ...versions.flatMap((one) => wordsOf(one.titles)),
  ];
  const equal = versions.flatMap(({ synonyms }) => wordsOf(synonyms));
  const tags = distinct(versions.flatMap(({ keywords }) => wordsOf(keywords)));
  const others = distinct([...titles.filter((other) => other !== title), ...equal, ...spellingsOf(code)]);
  const topics = versions.flatMap(({ topic, topics }) => [...wordsOf(topic), ...wordsOf(topics)]);
  return {
    type,
    slug: id,
    url: `/${encodeURIComponent(id)}/`,
    language: best.lang as Locale,
    title,
    summary,
    text,
    others,
    tags,
    keywords: distinct([...others, ...tags, ...topics]),
    facets: {},
    date: '9999-12-31',
    hours: 0,
  };
}

function wordsOf(words: Words | undefined): string[] {
  if (words === undefined) return [];
  if (typeof words === 'string') return [words];
  return Object.values(words).flat();
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word !== ''))];
}
