import type { RecordType } from '../facet-names.ts';
import { forIndex } from '../fold.ts';
import { type FilterName, filterNames, type SearchQuery, type Selection } from '../query/address.ts';
import type { Index } from '../query/answer.ts';
import { type ExcerptPart, excerptParts, typographic } from '../query/excerpt.ts';
import type { Counts } from '../query/listing.ts';
import { knownWords, type Vocabulary } from '../vocabulary.ts';

/** A result as a list shows it. */
export interface Hit {
  readonly type: RecordType;
  readonly slug: string;
  readonly url: string;
  /** The language of its words. */
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  readonly excerpt: readonly ExcerptPart[];
}

export interface Found {
  readonly total: number;
  readonly counts: Counts;
  /** The results from place `from` to before `to`, best first: each is a file that is fetched once. */
  readonly hits: (from: number, to: number) => Promise<Hit[]>;
}

/** The index of one language, ready to be asked. */
export type Engine = Index<Found>;

interface Fragment {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

interface Answer {
  readonly results: readonly { readonly data: () => Promise<Fragment> }[];
  readonly filters: Counts;
  readonly totalFilters: Counts;
}

interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Counts>;
  search(words: string | null, options?: object): Promise<Answer>;
}

/** Loads the index that the manifest at `address` names. Rejects where it can't be had: offline, or no WebAssembly. */
export async function openEngine(address: string): Promise<Engine> {
  const { bundle } = (await readJson(address)) as { bundle: string };
  const vocabulary = readJson(`${bundle}vocabulary.json`);
  const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
  // The folder’s name changes with its content: what it holds may be kept for ever.
  await pagefind.options({ metaCacheTag: 'kept', excerptLength: 24, ranking: { metaWeights: weights } });
  await pagefind.init();
  await pagefind.filters();
  return {
    known: knownWords((await vocabulary) as Vocabulary),
    search: (query) => search(pagefind, query),
    amount: async (words) => (await pagefind.search(forIndex(words))).results.length,
  };
}

/** How much a word counts in a title, in a summary, among keywords; in the text it counts 1. */
const weights = { title: 6, summary: 2, keywords: 2, shown: 0, type: 0, slug: 0, lang: 0 };

async function search(pagefind: Pagefind, { words, selection, sorting }: SearchQuery): Promise<Found> {
  const sort =
    sorting === 'relevance' ? {} : { sort: { [sorting === 'duration' ? 'hours' : sorting]: 'asc' } };
  const ask = (chosen: Selection) => pagefind.search(forIndex(words), { filters: anyOf(chosen), ...sort });
  const { results, filters } = await ask(selection);
  const counts: Partial<Record<FilterName, Record<string, number>>> = { ...filters };
  // Pagefind counts under all filters: for a filter in use, what its other values would bring is asked without it.
  for (const name of filterNames) {
    if (selection[name]?.length) counts[name] = (await ask({ ...selection, [name]: [] })).filters[name] ?? {};
  }
  return {
    total: results.length,
    counts,
    hits: async (from, to) =>
      (await Promise.all(results.slice(from, to).map((result) => result.data()))).map(hitOf),
  };
}

function anyOf(selection: Selection): Record<string, { any: readonly string[] }> {
  const used = filterNames.filter((name) => selection[name]?.length);
  return Object.fromEntries(used.map((name) => [name, { any: selection[name] ?? [] }]));
}

function hitOf({ url, meta, excerpt }: Fragment): Hit {
  return {
    type: meta['type'] as RecordType,
    slug: meta['slug'] ?? '',
    url,
    lang: meta['lang'] ?? '',
    title: typographic(meta['shown'] ?? meta['title'] ?? ''),
    summary: typographic(meta['summary'] ?? ''),
    excerpt: excerptParts(excerpt),
  };
}

async function readJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}
