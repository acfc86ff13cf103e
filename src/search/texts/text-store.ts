import { createHash } from 'node:crypto';
import { Pieces, readPacked, writePacked } from '../../packed-file.ts';
import type { Chunk, FormerIndex } from './chunks.ts';
import type { ParsedText } from './parsed-text.ts';
import { TermList } from './term-list.ts';

/** Keeps what is dear to make between two builds, by a key that holds all it was made of. */
export interface TextStore {
  /** What the numbers of all its parsed texts mean. */
  readonly terms: TermList;
  readonly parsed: (key: string) => ParsedText | undefined;
  readonly keepParsed: (key: string, text: ParsedText) => void;
  readonly packed: (key: string) => Uint8Array | undefined;
  readonly keepPacked: (key: string, bytes: Uint8Array) => void;
  /** The index that was kept when the store was written. */
  readonly index: KeptIndex | undefined;
  readonly keepIndex: (index: KeptIndex) => void;
}

/** A chunk whose file the store has. */
export interface KeptChunk extends Chunk {
  readonly key: string;
}

/** The chunks of an index, and the texts it is over, in its order. */
export type KeptIndex = FormerIndex<KeptChunk>;

/** Keeps nothing from one build to the next. */
export function emptyStore(): TextStore {
  const packed = new Map<string, Uint8Array>();
  return {
    terms: new TermList(),
    parsed: () => undefined,
    keepParsed: () => undefined,
    packed: (key) => packed.get(key),
    keepPacked: (key, bytes) => packed.set(key, bytes),
    index: undefined,
    keepIndex: () => undefined,
  };
}

/** A store that can be written down again, with what was kept or asked for since it was opened. */
export interface FileStore extends TextStore {
  readonly save: () => void;
}

/** What lies in the file. */
interface Packed {
  readonly terms: Uint8Array;
  readonly parsed: readonly (readonly [key: string, words: number, terms: number, places: number])[];
  /** The numbers of all terms, and where their places end. */
  readonly numbers: Uint32Array;
  readonly ends: Uint32Array;
  readonly places: Uint8Array;
  readonly packed: readonly (readonly [key: string, length: number])[];
  readonly files: Uint8Array;
  /** Of its texts the places among those above. */
  readonly index: { readonly texts: readonly number[]; readonly chunks: readonly KeptChunk[] } | undefined;
}

/** What a file holds. */
interface Held {
  readonly terms: TermList;
  readonly parsed: ReadonlyMap<string, ParsedText>;
  readonly packed: ReadonlyMap<string, Uint8Array>;
  readonly index: KeptIndex | undefined;
}

/** The store in `file`; an empty one where there is none or it can’t be read. */
export function openTextStore(file: string): FileStore {
  const former = readStore(file);
  const { terms } = former;
  const parsed = new Map<string, ParsedText>();
  const packed = new Map<string, Uint8Array>();
  let index: KeptIndex | undefined;
  return {
    terms,
    parsed: (key) => remember(key, former.parsed, parsed),
    keepParsed: (key, text) => parsed.set(key, text),
    packed: (key) => remember(key, former.packed, packed),
    keepPacked: (key, bytes) => packed.set(key, bytes),
    index: former.index,
    keepIndex(made) {
      index = made;
    },
    save: () => writeStore(file, { terms, parsed, packed, index }),
  };
}

/** The digest of what something is made of. */
export function keyOf(...parts: readonly (string | Uint8Array)[]): string {
  const digest = createHash('sha1');
  for (const part of parts) digest.update(part).update('\0');
  return digest.digest('base64url');
}

function remember<T>(key: string, former: ReadonlyMap<string, T>, used: Map<string, T>): T | undefined {
  const found = used.get(key) ?? former.get(key);
  if (found) used.set(key, found);
  return found;
}

function readStore(file: string): Held {
  const parsed = new Map<string, ParsedText>();
  const packed = new Map<string, Uint8Array>();
  const found = readPacked<Packed>(file);
  if (!found) return { terms: new TermList(), parsed, packed, index: undefined };
  const { numbers, ends } = found;
  let [row, at] = [0, 0];
  for (const [key, words, terms, length] of found.parsed) {
    const [end, to] = [row + terms, at + length];
    const places = found.places.subarray(at, to);
    parsed.set(key, { words, terms: numbers.subarray(row, end), ends: ends.subarray(row, end), places });
    [row, at] = [end, to];
  }
  at = 0;
  for (const [key, length] of found.packed) {
    packed.set(key, found.files.subarray(at, at + length));
    at += length;
  }
  const index = indexIn(found, [...parsed.values()], packed);
  return { terms: new TermList(Buffer.from(found.terms).toString()), parsed, packed, index };
}

/** Undefined where a part of it is missing. */
function indexIn(
  { index }: Packed,
  all: readonly ParsedText[],
  packed: Held['packed'],
): KeptIndex | undefined {
  if (!index?.chunks.every(({ key }) => packed.has(key))) return undefined;
  const texts = index.texts.map((place) => all[place]);
  return texts.every((text) => text !== undefined) ? { chunks: index.chunks, texts } : undefined;
}

function writeStore(file: string, { terms, parsed, packed, index }: Held): void {
  const texts = [...parsed.values()];
  const placeOf = new Map(texts.map((text, place) => [text, place]));
  const { used, places } = renumbered(terms, texts);
  const value = {
    terms: Buffer.from(terms.toText(used)),
    parsed: [...parsed].map(
      ([key, text]) => [key, text.words, text.terms.length, text.places.length] as const,
    ),
    numbers: inOne(texts.map((text) => text.terms)).map((term) => places[term] as number),
    ends: inOne(texts.map(({ ends }) => ends)),
    places: new Pieces(texts.map((text) => text.places)),
    packed: [...packed].map(([key, bytes]) => [key, bytes.length] as const),
    files: new Pieces([...packed.values()]),
    index: index && { chunks: index.chunks, texts: index.texts.map((text) => placeOf.get(text) ?? -1) },
  };
  writePacked(file, value satisfies Record<keyof Packed, unknown>);
}

/** The numbers of all rows, one row after the other. */
function inOne(rows: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(rows.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const row of rows) {
    all.set(row, at);
    at += row.length;
  }
  return all;
}

/** The terms that `texts` have, in the order of the index, and by their numbers the places there: whoever reads them finds them sorted. */
function renumbered(terms: TermList, texts: readonly ParsedText[]) {
  const places = new Uint32Array(terms.size);
  for (const text of texts) for (const term of text.terms) places[term] = 1;
  const used = terms.inOrder().filter((term) => places[term] === 1);
  for (const [place, term] of used.entries()) places[term] = place;
  return { used, places };
}
