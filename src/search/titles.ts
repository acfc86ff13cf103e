import type { RecordType } from './facet-names.ts';
import { foldedWords } from './fold.ts';

/** The title of an entry, ready to be compared with what somebody types. */
export interface Title {
  readonly kind: RecordType;
  readonly title: string;
  /** The address of its page. */
  readonly href: string;
  /** The language of the title, where it is not the page's. */
  readonly lang?: string | undefined;
  /** Its words, folded. */
  readonly words: readonly string[];
}

/** What a title is made from. */
export interface Named {
  readonly type: RecordType;
  readonly title: string;
  readonly url: string;
  readonly language: string;
}

/**
 * The titles of a language's index as one small file, `titles.json` of the bundle: a line an entry, grouped by kind. An
 * address is written without what all addresses of its kind begin with, and a language only where it is another.
 */
export interface TitlesFile {
  readonly language: string;
  readonly groups: readonly {
    readonly kind: RecordType;
    readonly base: string;
    readonly titles: string;
    readonly addresses: string;
    readonly languages?: string;
  }[];
}

/** The titles of `records` as a file, in the order of the records within each kind. */
export function titlesFile(records: readonly Named[], language: string): TitlesFile {
  const groups = [...Map.groupBy(records, ({ type }) => type)].map(([kind, found]) => {
    const base = sharedBeginning(found.map(({ url }) => url));
    const isForeign = found.some((record) => record.language !== language);
    return {
      kind,
      base,
      titles: found.map(({ title }) => title.replace(/\s+/g, ' ')).join('\n'),
      addresses: found.map(({ url }) => url.slice(base.length)).join('\n'),
      ...(isForeign && {
        languages: found.map((record) => (record.language === language ? '' : record.language)).join('\n'),
      }),
    };
  });
  return { language, groups };
}

/** The titles that `file` holds. */
export function readTitles({ groups }: TitlesFile): Title[] {
  return groups.flatMap(({ kind, base, titles, addresses, languages }) => {
    const places = addresses.split('\n');
    const foreign = languages?.split('\n') ?? [];
    return titles.split('\n').map((title, at) => ({
      kind,
      title,
      href: base + (places[at] ?? ''),
      lang: foreign[at] || undefined,
      words: foldedWords(title),
    }));
  });
}

/** Up to the last slash before the first difference. */
function sharedBeginning(addresses: readonly string[]): string {
  const [first = ''] = addresses;
  let end = first.length;
  for (const address of addresses) while (!address.startsWith(first.slice(0, end))) end--;
  return first.slice(0, first.lastIndexOf('/', end - 1) + 1);
}
