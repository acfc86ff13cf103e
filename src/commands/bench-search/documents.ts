import { readFile } from 'node:fs/promises';
import type { Locale } from '../../i18n/locales.ts';
import type { RecordType } from '../../search/facet-names.ts';
import { spellingsOf } from '../../search/keywords.ts';
import type { SearchRecord } from '../../search/records.ts';

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

/** A line of a file of documents. All but the first four fields may be absent. */
interface DocumentLine {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly summary?: string;
  readonly type?: RecordType;
  readonly code?: string;
  readonly topic?: Words;
  readonly topics?: Words;
  readonly keywords?: Words;
  readonly synonyms?: Words;
  readonly titles?: Words;
}

/** A word, several, or several by language. */
type Words = string | readonly string[] | Readonly<Record<string, string | readonly string[]>>;

/** The documents of a JSONL file: `id, lang, title, text`, and whatever else is known. Texts of one id are translations. */
export async function corpusOf(file: string): Promise<Corpus> {
  const lines = readLines<DocumentLine>(await readFile(file, 'utf8'));
  const byId = Map.groupBy(lines, ({ id }) => String(id));
  return {
    name: file,
    recordsIn: (language) =>
      [...byId].map(([id, versions]) => {
        const best = versions.find(({ lang }) => lang === language) ?? versions[0];
        return { id, record: recordOf(id, best as DocumentLine, versions) };
      }),
  };
}

/** The values of a text with one JSON value a line; empty lines are skipped. */
export function readLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      try {
        return JSON.parse(line) as T;
      } catch (error) {
        throw new Error(`Line ${at + 1} is not JSON: ${(error as Error).message}`);
      }
    });
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
  if (words === undefined || words === null) return [];
  if (typeof words === 'string') return [words];
  return Object.values(words)
    .flat()
    .filter((word) => typeof word === 'string');
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word !== ''))];
}
