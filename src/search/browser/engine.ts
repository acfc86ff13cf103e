import { readEntryIds } from '../entry-ids.ts';
import type { RecordType } from '../facet-names.ts';
import type { SearchQuery } from '../query/address.ts';
import type { Index } from '../query/answer.ts';
import { dayRange, readerDay } from '../query/days.ts';
import { type ExcerptPart, excerptParts, typographic } from '../query/excerpt.ts';
import { lexiconOf } from '../query/lexicon.ts';
import { type Counts, countsAmong, type Listed, narrowed } from '../query/listing.ts';
import { type Fragment, indexOver, type PagefindScript, pagefindOptions } from '../query/pagefind-index.ts';
import { readTable, type TableFile } from '../table.ts';
import { readTitles, type Title, type TitlesFile } from '../titles.ts';
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
  /** How many there would be without filters. */
  readonly unfiltered: number;
  readonly counts: Counts;
  /** The results from place `from` to before `to`, best first: each is a file that is fetched once. */
  readonly hits: (from: number, to: number) => Promise<Hit[]>;
}

/** The index of one language, ready to be asked. */
export type Engine = Index<Found>;

/** Loads the index that the manifest at `address` names. Rejects where it can't be had: offline, or no WebAssembly. */
export async function openEngine(address: string): Promise<Engine> {
  const { bundle } = (await readJson(address)) as { bundle: string };
  const files = Promise.all(
    ['titles', 'facets', 'vocabulary'].map((name) => readJson(`${bundle}${name}.json`)),
  );
  const script = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as PagefindScript;
  const language = document.documentElement.lang;
  const pagefind = script.createInstance({ basePath: bundle, language, noWorker: true, ...pagefindOptions });
  const [titlesFile, tableFile, vocabulary] = (await files) as [TitlesFile, TableFile, Vocabulary];
  const titles = readTitles(titlesFile);
  const table = readTable(tableFile);
  const listed = table.map((entry, place) => ({ ...entry, type: titles[place]?.kind ?? 'page' }));
  const index = indexOver(pagefind, titlesFile.language);
  const ids = await readEntryIds(titlesFile.ids, (path) => unpacked(`${bundle}${path}`, 'latin1'));
  const fragmentOf = async (place: number) => {
    const id = ids[place] ?? '';
    return (await index.fragment(id)) ?? (await fetchFragment(`${bundle}fragment/${id}.pf_fragment`));
  };
  return {
    ...index,
    lexicon: lexiconOf(knownWords(vocabulary), titles, ids),
    show: (places, query) => found(places, query, titles, listed, fragmentOf),
  };
}

function found(
  places: readonly number[],
  query: SearchQuery,
  titles: readonly Title[],
  listed: readonly (Listed & { type: RecordType })[],
  fragmentOf: (place: number) => Promise<Fragment>,
): Found {
  const { compare } = new Intl.Collator(document.documentElement.lang);
  const titleAt = (place: number) => titles[place] as Title;
  const { selection, sorting, days } = query;
  const today = readerDay(new Date());
  const range = days && dayRange(days, today);
  const left = narrowed(places, listed, { selection, sorting, range });
  if (sorting === 'title') left.sort((a, b) => compare(titleAt(a).title, titleAt(b).title));
  return {
    total: left.length,
    unfiltered: places.length,
    counts: countsAmong(places, listed, selection, days, today),
    hits: (from, to) =>
      Promise.all(left.slice(from, to).map(async (place) => hitOf(titleAt(place), await fragmentOf(place)))),
  };
}

/** An entry that was found by its name alone; Pagefind hands out only what it found in texts. */
async function fetchFragment(address: string): Promise<Fragment> {
  const text = await unpacked(address);
  return { excerpt: '', ...JSON.parse(text.slice('pagefind_dcd'.length)) };
}

/** What a packed file of the index holds, as text. */
async function unpacked(address: string, encoding = 'utf-8'): Promise<string> {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`${response.status} ${address}`);
  const content = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new TextDecoder(encoding).decode(await new Response(content).arrayBuffer());
}

function hitOf({ kind, title, lang }: Title, { url, raw_url = url, meta, excerpt }: Fragment): Hit {
  return {
    type: kind,
    slug: meta['slug'] ?? '',
    url: raw_url,
    lang: lang ?? document.documentElement.lang,
    title,
    summary: typographic(meta['summary'] ?? ''),
    excerpt: excerptParts(excerpt),
  };
}

async function readJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}
