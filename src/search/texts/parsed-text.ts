import { type CborReader, CborWriter } from './cbor.ts';

/** What Pagefind has made of one entry: all that an index needs to know of it, whatever stands beside it. */
export interface ParsedText {
  /** How many words its text has. */
  readonly words: number;
  /** For each of its words, as CBOR items: the word, its form in the entry or '', and the two lists of places. */
  readonly terms: Uint8Array;
}

/** Collects the terms of one entry. */
export class TermsWriter {
  readonly #writer = new CborWriter(1 << 12);

  add(word: string, form: string, places: Uint8Array): void {
    this.#writer.text(word);
    this.#writer.text(form);
    this.#writer.items(places);
  }

  take(): Uint8Array {
    return this.#writer.take();
  }
}

/** Calls `found` for each term that `reader` reads, with the bytes from and to which its places stand. */
export function readTerms(
  reader: CborReader,
  found: (word: string, form: string, from: number, to: number) => void,
): void {
  while (!reader.isAtEnd) {
    const word = reader.text();
    const form = reader.text();
    const from = reader.at;
    reader.skip();
    reader.skip();
    found(word, form, from, reader.at);
  }
}
