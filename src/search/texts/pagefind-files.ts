import { gunzipSync } from 'node:zlib';
import { CborReader } from './cbor.ts';

/** What every packed file of Pagefind’s begins with once it is unpacked. */
export const signature = Buffer.from('pagefind_dcd');

/** A file that Pagefind made, by its path in the bundle. */
export interface PagefindFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** The unpacked content of one of Pagefind’s packed files, without its signature. Throws where it has none. */
export function unpack({ path, content }: PagefindFile): Buffer {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, signature.length).equals(signature))
    throw new Error(`${path} is not a file of Pagefind’s as this build knows them.`);
  return bytes.subarray(signature.length);
}

/** What `.pf_meta` says. */
export interface Meta {
  readonly version: string;
  readonly pages: readonly { readonly id: string; readonly words: number }[];
  /** The names of the chunks of words, in the order of words. */
  readonly chunks: readonly string[];
  readonly fields: readonly string[];
}

/** Reads the list of entries that lies in an unpacked `.pf_meta`. */
export function readMeta(bytes: Uint8Array): Meta {
  const reader = new CborReader(bytes);
  const each = <T>(read: () => T): T[] => Array.from({ length: reader.array() }, read);
  reader.array();
  const version = reader.text();
  const pages = each(() => {
    const items = reader.array();
    const page = { id: reader.text(), words: reader.unsigned() };
    for (let item = 2; item < items; item++) reader.skip();
    return page;
  });
  const chunks = each(() => {
    reader.array();
    reader.skip();
    reader.skip();
    return reader.text();
  });
  reader.skip();
  reader.skip();
  return { version, pages, chunks, fields: each(() => reader.text()) };
}

/**
 * Calls `found` for each word of each entry in an unpacked `.pf_index`: the word as it is looked up, the form in which
 * the entry has it where that differs (else ''), the entry’s place among the pages, and where it stands there, as CBOR.
 */
export function readWords(
  bytes: Uint8Array,
  found: (word: string, form: string, page: number, places: Uint8Array) => void,
): void {
  const reader = new CborReader(bytes);
  const pages = (word: string, form: string): void => {
    let page = 0;
    for (let left = reader.array(); left > 0; left--) {
      reader.array();
      page += reader.unsigned();
      const from = reader.at;
      reader.skip();
      reader.skip();
      found(word, form, page, reader.bytes.subarray(from, reader.at));
    }
  };
  reader.array();
  for (let words = reader.array(); words > 0; words--) {
    reader.array();
    const word = reader.text();
    pages(word, '');
    for (let forms = reader.array(); forms > 0; forms--) {
      reader.array();
      pages(word, reader.text());
    }
  }
}
