import { CborWriter } from './cbor.ts';
import type { TermList } from './term-list.ts';

/** What Pagefind has made of one entry: all that an index needs to know of it, whatever stands beside it. */
export interface ParsedText {
  /** How many words its text has. */
  readonly words: number;
  /** The numbers of its terms. */
  readonly terms: Uint32Array;
  /** Where each of them stands, as CBOR: two lists of places a term. */
  readonly places: Uint8Array;
  /** The byte of `places` at which those of each term end. */
  readonly ends: Uint32Array;
}

/** Collects the terms of one entry. */
export class TermsWriter {
  readonly #list: TermList;
  readonly #terms: number[] = [];
  readonly #ends: number[] = [];
  readonly #places = new CborWriter(1 << 10);

  constructor(list: TermList) {
    this.#list = list;
  }

  add(word: string, form: string, places: Uint8Array): void {
    this.#terms.push(this.#list.numberOf(word, form));
    this.#places.items(places);
    this.#ends.push(this.#places.length);
  }

  take(): Omit<ParsedText, 'words'> {
    const [terms, ends] = [Uint32Array.from(this.#terms), Uint32Array.from(this.#ends)];
    return { terms, ends, places: this.#places.take() };
  }
}
