/** What several things, each with a name, read of the catalogues, and what they found. */
export interface Readings {
  readonly reads: readonly string[];
  /** What each read found. */
  readonly states: readonly string[];
  /** By the name of a thing: the places of its reads among all. */
  readonly places: ReadonlyMap<string, Uint32Array>;
}

/** Says what a read finds now. */
export type StateOf = (read: string) => string;

/** Collects what things read; those that were kept bring their reads, and what these found, from where they were noted. */
export class ReadingBook {
  /** What this book goes on from: its reads come first. */
  readonly base: Readings | undefined;
  readonly #first: number;
  /** Those that follow. One that stands in `base` too is noted again: to look for it there would take longer. */
  readonly #reads: string[] = [];
  readonly #states: string[] = [];
  readonly #places = new Map<string, Uint32Array>();
  readonly #placeOfRead = new Map<string, number>();
  /** The places of reads of other readings in this book: looked up once, not for each thing that has them. */
  readonly #placesFrom = new Map<Readings, Int32Array>();

  /** Things that were noted in `base` are kept without a look at what they read, unless too much in it is no longer read. */
  constructor(base?: Readings) {
    this.base = base && isMostlyRead(base) ? base : undefined;
    this.#first = this.base?.reads.length ?? 0;
  }

  add(name: string, reads: Iterable<string>): void {
    this.#places.set(
      name,
      Uint32Array.from(new Set(reads), (read) => this.#placeOf(read)),
    );
  }

  /** What the reads of `from` found there they have to find still. */
  keep(name: string, from: Readings): void {
    const places = from.places.get(name);
    if (!places) throw new Error(`Nobody noted what “${name}” read.`);
    this.#places.set(name, from === this.base ? places : this.#placesOf(places, from));
  }

  #placesOf(places: Uint32Array, from: Readings): Uint32Array {
    const known = this.#placesFrom.get(from) ?? new Int32Array(from.reads.length).fill(-1);
    this.#placesFrom.set(from, known);
    const own = new Uint32Array(places.length);
    places.forEach((place, at) => {
      if (known[place] === -1) known[place] = this.#take(from, place);
      own[at] = known[place] as number;
    });
    return own;
  }

  #take({ reads, states }: Readings, at: number): number {
    const place = this.#placeOf(reads[at] ?? '');
    const state = states[at];
    if (state !== undefined) this.#states[place - this.#first] = state;
    return place;
  }

  #placeOf(read: string): number {
    const known = this.#placeOfRead.get(read);
    if (known !== undefined) return known;
    const place = this.#first + this.#reads.length;
    this.#reads.push(read);
    this.#placeOfRead.set(read, place);
    return place;
  }

  /** The reads that do not stand in `base`, or stand there too. */
  get added(): readonly string[] {
    return this.#reads;
  }

  /** What is noted until now, in a book that goes on from no other: what reads find may be missing. */
  get noted(): Readings {
    return { reads: this.#reads, states: this.#states, places: this.#places };
  }

  close(stateOf: StateOf): Readings {
    const states = this.#reads.map((read, at) => this.#states[at] ?? stateOf(read));
    return {
      reads: [...(this.base?.reads ?? []), ...this.#reads],
      states: [...(this.base?.states ?? []), ...states],
      places: this.#places,
    };
  }
}

/** True unless more than a quarter of the reads are those of things that are gone or read something else now. */
function isMostlyRead({ reads, places }: Readings): boolean {
  const isRead = new Uint8Array(reads.length);
  for (const own of places.values()) for (const place of own) isRead[place] = 1;
  return isRead.reduce((sum, one) => sum + one, 0) >= 0.75 * reads.length;
}
