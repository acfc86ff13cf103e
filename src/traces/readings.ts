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
  readonly #placeOfRead = new Map<string, number>();
  readonly #states: string[] = [];
  readonly #places = new Map<string, Uint32Array>();
  /** The places of reads of other readings in this book: looked up once, not for each thing that has them. */
  readonly #placesFrom = new Map<Readings, Int32Array>();

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
    const known = this.#placesFrom.get(from) ?? new Int32Array(from.reads.length).fill(-1);
    this.#placesFrom.set(from, known);
    const own = new Uint32Array(places.length);
    places.forEach((place, at) => {
      if (known[place] === -1) known[place] = this.#take(from, place);
      own[at] = known[place] as number;
    });
    this.#places.set(name, own);
  }

  #take({ reads, states }: Readings, at: number): number {
    const place = this.#placeOf(reads[at] ?? '');
    const state = states[at];
    if (state !== undefined) this.#states[place] = state;
    return place;
  }

  #placeOf(read: string): number {
    const known = this.#placeOfRead.get(read);
    if (known !== undefined) return known;
    const place = this.#placeOfRead.size;
    this.#placeOfRead.set(read, place);
    return place;
  }

  /** What is noted until now: what reads find may be missing. */
  get noted(): Readings {
    return { reads: [...this.#placeOfRead.keys()], states: this.#states, places: this.#places };
  }

  close(stateOf: StateOf): Readings {
    const { reads, states, places } = this.noted;
    return { reads, states: reads.map((read, place) => states[place] ?? stateOf(read)), places };
  }
}
