import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Locale } from '../../i18n/locales.ts';
import { stateOf } from '../../traces/state-of.ts';
import type { PagePictures } from './pictures.ts';

/** What each page of a build was made of. */
export interface Traces {
  /** The files of all pages, from the folder of the site. */
  readonly files: readonly string[];
  /** What pages read of the catalogues, and what they found. */
  readonly reads: readonly (readonly [read: string, state: string])[];
  /** By its address: a digest of its properties, and its reads, as places in `reads`. */
  readonly pages: Readonly<Record<string, readonly [properties: string, ...reads: number[]]>>;
  /** By the address of a page that has some. */
  readonly pictures: Readonly<Record<string, PagePictures>>;
}

/** Says what a read finds now. */
export type StateOf = (read: string) => string;

/** What reads find in `catalogues`; each is looked up once. */
export function statesIn(catalogues: ReadonlyMap<Locale, Catalogue>): StateOf {
  const known = new Map<string, string>();
  return (read) => {
    const state = known.get(read) ?? stateOf(catalogues, read);
    known.set(read, state);
    return state;
  };
}

/**
 * Of each page of an earlier build that would not come out the same now, by its address, what differs: its `properties`, or
 * the first read that finds something else.
 */
export function changedPages(
  { reads, pages }: Traces,
  stateOf: StateOf,
  propertiesOf: (address: string) => string | undefined,
): Map<string, string> {
  const holds = reads.map(([read, state]) => stateOf(read) === state);
  const changed = new Map<string, string>();
  for (const [address, [properties, ...places]] of Object.entries(pages)) {
    const place = places.find((one) => !holds[one]);
    if (properties !== propertiesOf(address)) changed.set(address, 'properties');
    else if (place !== undefined) changed.set(address, reads[place]?.[0] ?? '');
  }
  return changed;
}

/**
 * Collects what the pages of a build read; those that were kept, or made by another thread, bring their reads and what
 * these find.
 */
export class TraceBook {
  readonly #places = new Map<string, number>();
  readonly #pages = new Map<string, readonly [string, ...number[]]>();
  readonly #pictures = new Map<string, PagePictures>();
  readonly #states = new Map<number, string>();
  /** The places of reads of other traces in this book: looked up once, not for each page that has them. */
  readonly #placesOf = new Map<Traces, number[]>();
  readonly #files: readonly string[];

  /** `files` are those of all pages. */
  constructor(files: readonly string[] = []) {
    this.#files = files;
  }

  add(address: string, properties: string, reads: Iterable<string>, pictures?: PagePictures): void {
    const places = new Set<number>();
    for (const read of reads) places.add(this.#placeOf(read));
    this.#note(address, [properties, ...places], pictures);
  }

  /** What the reads of `from` found there they have to find still. */
  keep(address: string, from: Traces): void {
    const known = this.#placesOf.get(from) ?? [];
    this.#placesOf.set(from, known);
    const [properties, ...places] = from.pages[address] ?? [''];
    const own = places.map((place) => {
      known[place] ??= this.#take(from.reads[place] ?? ['', '']);
      return known[place];
    });
    this.#note(address, [properties, ...own], from.pictures[address]);
  }

  #take([read, state]: Traces['reads'][number]): number {
    const place = this.#placeOf(read);
    this.#states.set(place, state);
    return place;
  }

  #note(address: string, page: readonly [string, ...number[]], pictures: PagePictures | undefined): void {
    this.#pages.set(address, page);
    if (pictures) this.#pictures.set(address, pictures);
  }

  #placeOf(read: string): number {
    const known = this.#places.get(read);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(read, place);
    return place;
  }

  /** Of the pages noted until now. */
  get pictures(): readonly PagePictures[] {
    return [...this.#pictures.values()];
  }

  close(stateOf: StateOf): Traces {
    return {
      files: this.#files,
      reads: [...this.#places].map(
        ([read, place]) => [read, this.#states.get(place) ?? stateOf(read)] as const,
      ),
      pages: Object.fromEntries(this.#pages),
      pictures: Object.fromEntries(this.#pictures),
    };
  }
}
