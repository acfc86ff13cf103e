import { z } from 'zod';
import type { Locale } from '../../i18n/locales.ts';
import { type RecordType, recordTypes } from '../../search/facet-names.ts';
import { spellingsOf } from '../../search/keywords.ts';
import type { SearchRecord } from '../../search/records.ts';
import { language, someText, text, words } from './fields.ts';
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

/** A line of a file of documents. All but the first three fields may be absent or null; unknown ones are left out. */
const documentLine = z.object({
  id: someText,
  lang: language,
  title: someText,
  text: words.transform((parts) => parts.join(' ')),
  summary: text,
  /** What our index does not know is a course: what a catalogue is made of. */
  type: text.transform(
    (type) => (recordTypes as readonly string[]).find((known) => known === type) ?? 'course',
  ),
  code: text,
  topic: words,
  topics: words,
  keywords: words,
  synonyms: words,
  titles: words,
});
type DocumentLine = z.infer<typeof documentLine>;

/**
 * The documents of a JSONL file: `id, lang, title, text`, and whatever else is known. Texts of one id are translations.
 * Throws `UnusableFile`.
 */
export async function corpusOf(file: string): Promise<Corpus> {
  const lines = (await readJsonLines(file, documentLine)).map(({ value }) => value);
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
  const { title, summary, text, code, type } = best;
  const titles = [...versions.map((version) => version.title), ...versions.flatMap((one) => one.titles)];
  const equal = versions.flatMap(({ synonyms }) => synonyms);
  const tags = distinct(versions.flatMap(({ keywords }) => keywords));
  const others = distinct([...titles.filter((other) => other !== title), ...equal, ...spellingsOf(code)]);
  const topics = versions.flatMap(({ topic, topics }) => [...topic, ...topics]);
  return {
    type: type as RecordType,
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

function distinct(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word !== ''))];
}
