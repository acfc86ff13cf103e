import { ReadingBook, type Readings, type StateOf } from '../../traces/readings.ts';
import { entryReads } from '../../traces/state-of.ts';
import type { PagePictures } from './pictures.ts';

/** What each page of a build was made of. */
export interface Traces {
  /** The files of all pages, from the folder of the site. */
  readonly files: readonly string[];
  /** What pages read of the catalogues, by their addresses. */
  readonly readings: Readings;
  /** What the reads of whole entries find, of all entries that a page read something of. */
  readonly entries: ReadonlyMap<string, string>;
  /** Digests of the pages’ properties, by their addresses. */
  readonly properties: ReadonlyMap<string, string>;
  /** By the address of a page that has some. */
  readonly pictures: Readonly<Record<string, PagePictures>>;
}

/**
 * Of each page of an earlier build that would not come out the same now, by its address, what differs: its properties, or
 * the first read that finds something else.
 */
export function changedPages(
  former: Traces,
  stateOf: StateOf,
  propertiesOf: (address: string) => string | undefined,
): Map<string, string> {
  const { reads, places } = former.readings;
  const holds = readsThatHold(former, stateOf);
  const changed = new Map<string, string>();
  for (const [address, properties] of former.properties) {
    const place = places.get(address)?.find((one) => holds[one] === 0);
    if (properties !== propertiesOf(address)) changed.set(address, 'properties');
    else if (place !== undefined) changed.set(address, reads[place] ?? '');
  }
  return changed;
}

/** The first read of the page at `address` that finds something else now; undefined where all find the same, and for a page that was not there. */
export function changeOf({ readings }: Traces, stateOf: StateOf, address: string): string | undefined {
  const { reads, states, places } = readings;
  const place = places.get(address)?.find((one) => stateOf(reads[one] ?? '') !== states[one]);
  return place === undefined ? undefined : (reads[place] ?? '');
}

/** For each read 1 where it finds what it found. Few properties are looked at: most entries are the same as a whole. */
function readsThatHold({ readings: { reads, states }, entries }: Traces, stateOf: StateOf): Uint8Array {
  const isSame = new Map<string, boolean>();
  for (const [entry, state] of entries) isSame.set(entry, stateOf(entry) === state);
  const entryOf = entryReads(reads);
  let [last, isLastSame]: [string?, boolean?] = [];
  return Uint8Array.from(reads, (read, place) => {
    const entry = entryOf[place];
    // Those of one entry often follow each other.
    if (entry !== last) isLastSame = entry !== undefined && isSame.get(entry);
    last = entry;
    return isLastSame || stateOf(read) === states[place] ? 1 : 0;
  });
}

/** Collects what the pages of a build were made of. */
export class TraceBook {
  readonly #readings: ReadingBook;
  readonly #properties = new Map<string, string>();
  readonly #pictures = new Map<string, PagePictures>();
  readonly #files: readonly string[];
  readonly #former: Traces | undefined;

  /** `files` are those of all pages; most of them are kept as `former` has them, where it is there. */
  constructor(files: readonly string[] = [], former?: Traces) {
    this.#files = files;
    this.#former = former;
    this.#readings = new ReadingBook(former?.readings);
  }

  add(address: string, properties: string, reads: Iterable<string>, pictures?: PagePictures): void {
    this.#readings.add(address, reads);
    this.#note(address, properties, pictures);
  }

  /** Of a page that was kept, or made by another thread; what its reads found there they have to find still. */
  keep(address: string, from: Traces): void {
    this.#readings.keep(address, from.readings);
    this.#note(address, from.properties.get(address) ?? '', from.pictures[address]);
  }

  #note(address: string, properties: string, pictures: PagePictures | undefined): void {
    this.#properties.set(address, properties);
    if (pictures) this.#pictures.set(address, pictures);
  }

  /** Of the pages noted until now. */
  get pictures(): readonly PagePictures[] {
    return [...this.#pictures.values()];
  }

  /** What is noted until now, for another book: what reads find is missing where they were noted here first. */
  get noted(): Traces {
    return {
      files: this.#files,
      readings: this.#readings.noted,
      entries: new Map(),
      properties: this.#properties,
      pictures: Object.fromEntries(this.#pictures),
    };
  }

  close(stateOf: StateOf): Traces {
    const { base, added } = this.#readings;
    const readings = this.#readings.close(stateOf);
    const entries = new Set(base && this.#former?.entries.keys());
    // Found here, after all pages, for the next build of this process.
    const entryOf = entryReads(readings.reads, base && entryReads(base.reads));
    for (const entry of entryOf.slice(entryOf.length - added.length))
      if (entry !== undefined) entries.add(entry);
    return {
      ...this.noted,
      readings,
      entries: new Map(entries.values().map((entry) => [entry, stateOf(entry)])),
    };
  }
}
