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

/** Collects what the pages of a build read; those that were kept bring their reads from the build before. */
export class TraceBook {
  readonly #places = new Map<string, number>();
  readonly #pages = new Map<string, readonly [string, ...number[]]>();
  readonly #pictures = new Map<string, PagePictures>();
  /** The place of a read of the build before in this book: looked up once, not for each page that has it. */
  readonly #ofFormer: number[] = [];
  files: readonly string[] = [];

  add(address: string, properties: string, reads: Iterable<string>, pictures?: PagePictures): void {
    const places = new Set<number>();
    for (const read of reads) places.add(this.#placeOf(read));
    this.#note(address, [properties, ...places], pictures);
  }

  /** Of all pages that one book keeps, the traces are the same. */
  keep(address: string, { reads, pages, pictures }: Traces): void {
    const [properties, ...former] = pages[address] ?? [''];
    const places = former.map((place) => {
      this.#ofFormer[place] ??= this.#placeOf(reads[place]?.[0] ?? '');
      return this.#ofFormer[place];
    });
    this.#note(address, [properties, ...places], pictures[address]);
  }

  #note(address: string, page: readonly [string, ...number[]], pictures: PagePictures | undefined): void {
    this.#pages.set(address, page);
    if (pictures) this.#pictures.set(address, pictures);
  }

  #placeOf(read: string): number {
    const place = this.#places.get(read) ?? this.#places.size;
    this.#places.set(read, place);
    return place;
  }

  /** Of the pages noted until now. */
  get pictures(): readonly PagePictures[] {
    return [...this.#pictures.values()];
  }

  close(stateOf: StateOf): Traces {
    return {
      files: this.files,
      reads: [...this.#places.keys()].map((read) => [read, stateOf(read)] as const),
      pages: Object.fromEntries(this.#pages),
      pictures: Object.fromEntries(this.#pictures),
    };
  }
}
