import type { RecordType } from './facet-names.ts';
import { foldedWords } from './fold.ts';
import { type FillersFile, noFillers } from './query/fillers.ts';

/** The title of an entry, ready to be compared with what somebody types. */
export interface Title {
  readonly kind: RecordType;
  readonly title: string;
  /** The language of the title, where it is not the page's. */
  readonly lang?: string | undefined;
  /** Its words, folded. */
  readonly words: readonly string[];
  /** Other names of the entry: titles in other languages, acronyms, synonyms. */
  readonly others: readonly string[];
  /** Words by which its editors want it to be found. */
  readonly tags: readonly string[];
}

/** What a title is made from. */
export interface Named {
  readonly type: RecordType;
  readonly title: string;
  readonly language: string;
  readonly others?: readonly string[];
  readonly tags?: readonly string[];
}

interface Group {
  readonly kind: RecordType;
  readonly titles: string;
  readonly languages?: string;
  readonly others?: string;
  readonly tags?: string;
}

/**
 * The titles of a language's index as one small file, `titles.json` of the bundle: a line an entry, grouped by kind; a
 * language is written only where it is another.
 */
export interface TitlesFile {
  readonly language: string;
  /** Words that say little in a query. */
  readonly fillers: FillersFile;
  readonly groups: readonly Group[];
}

/**
 * With more letters than this in all, other names are left to the index of texts, which weighs them nearly as well: a
 * first search must stay light.
 */
const mostLetters = 110_000;
/** About what an entry takes without its other names. */
const lettersOfEntry = 60;

/** The titles of `records` as a file, in the order of the records within each kind. */
export function titlesFile(records: readonly Named[], language: string, fillers = noFillers): TitlesFile {
  const letters = records.reduce(
    (sum, { others = [], tags = [] }) => sum + [...others, ...tags].join('').length,
    0,
  );
  const withOthers = letters > 0 && letters + lettersOfEntry * records.length <= mostLetters;
  const groups = [...byKind(records)].map(([kind, found]): Group => {
    const languages = found.map((record) => (record.language === language ? '' : record.language));
    return {
      kind,
      titles: lines(found.map(({ title }) => oneLine(title))),
      ...(languages.some(Boolean) && { languages: lines(languages) }),
      ...(withOthers && { others: namesOf(found, 'others'), tags: namesOf(found, 'tags') }),
    };
  });
  return { language, fillers, groups };
}

/** `records` in the order of the file: by kind, the kinds as they first occur. */
export function byKind<T extends { readonly type: RecordType }>(records: readonly T[]): Map<RecordType, T[]> {
  return Map.groupBy(records, ({ type }) => type);
}

/** `records` in the order of the file. */
export function inOrderOfTitles<T extends { readonly type: RecordType }>(records: readonly T[]): T[] {
  return [...byKind(records).values()].flat();
}

/** The titles that `file` holds. */
export function readTitles({ groups }: TitlesFile): Title[] {
  return groups.flatMap(({ kind, titles, languages, others, tags }) => {
    const foreign = languages?.split('\n') ?? [];
    const [names, marks] = [others?.split('\n') ?? [], tags?.split('\n') ?? []];
    return titles.split('\n').map((title, at) => ({
      kind,
      title,
      lang: foreign[at] || undefined,
      words: foldedWords(title),
      others: names[at] ? names[at].split('|') : [],
      tags: marks[at] ? marks[at].split('|') : [],
    }));
  });
}

function namesOf(records: readonly Named[], field: 'others' | 'tags'): string {
  return lines(records.map((record) => (record[field] ?? []).map(oneName).join('|')));
}

function lines(values: readonly string[]): string {
  return values.join('\n');
}

function oneLine(text: string): string {
  return text.replace(/[\t\n\r ]+/g, ' ');
}

function oneName(text: string): string {
  return oneLine(text).replaceAll('|', ' ');
}
