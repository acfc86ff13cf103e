import type { SearchManifest } from '../bundle.ts';
import { type CardFile, cardFileOf, textFileOf } from '../entry-files.ts';
import type { RecordType } from '../facet-names.ts';
import type { SearchQuery } from '../query/address.ts';
import type { Index } from '../query/answer.ts';
import { dayRange, readerDay } from '../query/days.ts';
import { type FillersFile, readFillers } from '../query/fillers.ts';
import { lexiconOf } from '../query/lexicon.ts';
import { type Counts, countsAmong, type Listed, narrowed, nextDay } from '../query/listing.ts';
import { indexOver, type PagefindScript, pagefindOptions } from '../query/pagefind-index.ts';
import { wholeLexiconOf } from '../query/whole-lexicon.ts';
import { rareFileOf } from '../rare-words.ts';
import { readTable, type TableFile } from '../table.ts';
import { idOf } from '../text-ids.ts';
import { readTitles, type Title, type TitlesFile } from '../titles.ts';
import { knownWords, type Vocabulary } from '../vocabulary.ts';
import { once, readJson } from './loading.ts';

/** A result: what is known of it at once, and what is loaded to show the rest. */
export interface Hit {
  /** Its place among the entries of the language, which tells it from all others. */
  readonly place: number;
  readonly type: RecordType;
  /** The language of its words. */
  readonly lang: string;
  readonly title: string;
  /** The day of the next session; absent where there is none. */
  readonly date: string | undefined;
  /** Where it leads and what a list shows of it: a file that is loaded once. */
  readonly card: () => Promise<CardFile>;
  /** What else stands on its page: a file that is loaded once. */
  readonly text: () => Promise<string>;
}

export interface Found {
  readonly total: number;
  /** How many there would be without filters. */
  readonly unfiltered: number;
  readonly counts: Counts;
  /** The results from the one at `from` to before `to`, best first. */
  readonly hits: (from: number, to: number) => Hit[];
}

/** The index of one language, ready to be asked. */
export type Engine = Index<Found>;

/** All entries of a language, by what one can choose from: much lighter than the index of texts. */
export interface Listing {
  readonly titles: readonly Title[];
  /** What filters and sorting leave of the entries at `places`, in their order. */
  readonly show: (places: readonly number[], query: SearchQuery) => Found;
}

interface Parts {
  readonly bundle: string;
  readonly language: string;
  readonly titles: readonly Title[];
  readonly listed: readonly (Listed & { type: RecordType })[];
  readonly ids: readonly string[];
  readonly fillers: FillersFile;
  readonly hitAt: (place: number) => Hit;
}

/** The search of one language, in the two sizes it is needed in. Each is loaded once; what failed is tried again. */
export interface Search {
  readonly listing: () => Promise<Listing>;
  /** Rejects where it can't be had: offline, or no WebAssembly. */
  readonly engine: () => Promise<Engine>;
  /** Asks again where the search lies: true where the site was published anew since, and all is loaded afresh. */
  readonly renew: () => Promise<boolean>;
}

const searches = new Map<string, Search>();

/** The search whose manifest lies at `address`, the same for all of a page. Nothing is loaded before it is asked for. */
export function searchAt(address: string): Search {
  const whole = new URL(address, location.href).href;
  const search = searches.get(whole) ?? newSearch(whole);
  searches.set(whole, search);
  return search;
}

function newSearch(address: string): Search {
  const read = async () => ((await readJson(address, 'no-cache')) as SearchManifest).bundle;
  const opened = (bundle = once(read)) => {
    const parts = once(async () => readParts(await bundle()));
    return {
      bundle,
      listing: once(async () => listingOf(await parts())),
      engine: once(async () => engineIn(await bundle(), parts())),
    };
  };
  let current = opened();
  return {
    listing: () => current.listing(),
    engine: () => current.engine(),
    async renew() {
      const former = await current.bundle();
      const now = await read();
      if (now === former) return false;
      current = opened(async () => now);
      return true;
    },
  };
}

/** `engine` as long as its reader waits: after that it is no longer asked, and what was begun comes to an empty end. */
export function whileWanted(engine: Engine, isWanted: () => boolean): Engine {
  return {
    ...engine,
    ask: async (words) => (isWanted() ? engine.ask(words) : []),
    prepare: async (words) => (isWanted() ? engine.prepare(words) : undefined),
  };
}

/** The index that the manifest at `address` names. */
export function openEngine(address: string): Promise<Engine> {
  return searchAt(address).engine();
}

async function readParts(bundle: string): Promise<Parts> {
  const files = ['titles', 'facets'].map((name) => readJson(`${bundle}${name}.json`));
  const [titlesFile, tableFile] = (await Promise.all(files)) as [TitlesFile, TableFile];
  const titles = readTitles(titlesFile);
  const ids = titles.map((_, place) => idOf(place));
  const table = readTable(tableFile);
  const listed = table.map((entry, place) => ({ ...entry, type: titles[place]?.kind ?? 'page' }));
  const { language, fillers } = titlesFile;
  return { bundle, language, titles, listed, ids, fillers, hitAt: hitsIn(bundle, titles, listed) };
}

function hitsIn(bundle: string, titles: readonly Title[], listed: readonly Listed[]): Parts['hitAt'] {
  const known = new Map<number, Hit>();
  const hitOf = (place: number): Hit => {
    const { kind, title, lang = document.documentElement.lang } = titles[place] as Title;
    return {
      ...{ place, type: kind, lang, title },
      get date() {
        return nextDay(listed[place], readerDay(new Date()));
      },
      card: once(async () => (await readJson(bundle + cardFileOf(place))) as CardFile),
      text: once(async () => String(await readJson(bundle + textFileOf(place)))),
    };
  };
  return (place) => {
    const hit = known.get(place) ?? hitOf(place);
    known.set(place, hit);
    return hit;
  };
}

function listingOf(parts: Parts): Listing {
  return { titles: parts.titles, show: (places, query) => found(places, query, parts) };
}

async function engineIn(bundle: string, reading: Promise<Parts>): Promise<Engine> {
  const loading = readJson(`${bundle}vocabulary.json`);
  const script = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as PagefindScript;
  const language = document.documentElement.lang;
  const pagefind = script.createInstance({ basePath: bundle, language, noWorker: true, ...pagefindOptions });
  const [parts, vocabulary] = [await reading, (await loading) as Vocabulary];
  const { titles, ids, fillers } = parts;
  const lexicon = lexiconOf(knownWords(vocabulary), titles, ids, readFillers(fillers, parts.language));
  return {
    ...indexOver(pagefind, parts.language),
    lexicon,
    wholeLexicon: wholeLexiconOf(lexicon, vocabulary['rare'] ?? '', async (sign) =>
      String(await readJson(bundle + rareFileOf(sign))),
    ),
    show: (places, query) => found(places, query, parts),
  };
}

function found(places: readonly number[], query: SearchQuery, { titles, listed, hitAt }: Parts): Found {
  const titleAt = (place: number) => titles[place] as Title;
  const { selection, sorting, days } = query;
  const today = readerDay(new Date());
  const range = days && dayRange(days, today);
  const left = narrowed(places, listed, { selection, sorting, range, today });
  if (sorting === 'title') {
    const { compare } = new Intl.Collator(document.documentElement.lang);
    left.sort((a, b) => compare(titleAt(a).title, titleAt(b).title));
  }
  return {
    total: left.length,
    unfiltered: places.length,
    counts: countsAmong(places, listed, selection, days, today),
    hits: (from, to) => left.slice(from, to).map(hitAt),
  };
}
