import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
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
  readonly save: () => Promise<void>;
}

/** What the file begins with. The numbers of all terms follow, where their places end, the places, the packed files. */
interface Contents {
  readonly terms: string;
  /** In numbers of terms and bytes of places. */
  readonly parsed: readonly (readonly [key: string, words: number, terms: number, places: number])[];
  readonly packed: readonly (readonly [key: string, length: number])[];
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
export async function openTextStore(file: string): Promise<FileStore> {
  const former = await readStore(file);
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

/** Numbers are written as this machine has them, from a multiple of their size on. */
const size = Uint32Array.BYTES_PER_ELEMENT;

async function readStore(file: string): Promise<Held> {
  const parsed = new Map<string, ParsedText>();
  const packed = new Map<string, Uint8Array>();
  const found = await readFile(file).catch(() => undefined);
  if (!found || found.length < size) return { terms: new TermList(), parsed, packed, index: undefined };
  // Of its own memory, so that numbers can be looked at where they lie.
  const bytes = new Uint8Array(found);
  const length = found.readUInt32LE(0);
  const contents = JSON.parse(found.toString('utf8', size, size + length)) as Contents;
  const all = contents.parsed.reduce((sum, [, , terms]) => sum + terms, 0);
  const begin = size + length;
  const numbers = new Uint32Array(bytes.buffer, begin, 2 * all);
  let [row, at] = [0, begin + 2 * all * size];
  const next = (amount: number) => {
    at += amount;
    return bytes.subarray(at - amount, at);
  };
  for (const [key, words, terms, places] of contents.parsed) {
    const [first, end] = [row, row + terms];
    const ends = numbers.subarray(all + first, all + end);
    parsed.set(key, { words, terms: numbers.subarray(first, end), ends, places: next(places) });
    row = end;
  }
  for (const [key, amount] of contents.packed) packed.set(key, next(amount));
  const index = indexIn(contents, [...parsed.values()], packed);
  return { terms: new TermList(contents.terms), parsed, packed, index };
}

/** Undefined where a part of it is missing. */
function indexIn(
  { index }: Contents,
  all: readonly ParsedText[],
  packed: Held['packed'],
): KeptIndex | undefined {
  if (!index?.chunks.every(({ key }) => packed.has(key))) return undefined;
  const texts = index.texts.map((place) => all[place]);
  return texts.every((text) => text !== undefined) ? { chunks: index.chunks, texts } : undefined;
}

/** Written beside the old one, which it then replaces: a build that is killed leaves the old one. */
async function writeStore(file: string, { terms, parsed, packed, index }: Held): Promise<void> {
  const texts = [...parsed.values()];
  const placeOf = new Map(texts.map((text, place) => [text, place]));
  const { used, places } = renumbered(terms, texts);
  const contents: Contents = {
    terms: terms.toText(used),
    parsed: [...parsed].map(([key, text]) => [key, text.words, text.terms.length, text.places.length]),
    packed: [...packed].map(([key, bytes]) => [key, bytes.length]),
    index: index && { chunks: index.chunks, texts: index.texts.map((text) => placeOf.get(text) ?? -1) },
  };
  const head = Buffer.from(JSON.stringify(contents));
  const padding = Buffer.alloc((size - (head.length % size)) % size, ' ');
  const length = Buffer.alloc(size);
  length.writeUInt32LE(head.length + padding.length);
  const numbers = [
    ...texts.map((text) => text.terms.map((term) => places[term] as number)),
    ...texts.map(({ ends }) => ends),
  ];
  const columns = numbers.map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  await mkdir(dirname(file), { recursive: true });
  await writeFile(
    `${file}.next`,
    Buffer.concat([
      length,
      head,
      padding,
      ...columns,
      ...texts.map((text) => text.places),
      ...packed.values(),
    ]),
  );
  await rename(`${file}.next`, file);
}

/** The terms that `texts` have, in the order of the index, and by their numbers the places there: whoever reads them finds them sorted. */
function renumbered(terms: TermList, texts: readonly ParsedText[]) {
  const places = new Uint32Array(terms.size);
  for (const text of texts) for (const term of text.terms) places[term] = 1;
  const used = terms.inOrder().filter((term) => places[term] === 1);
  for (const [place, term] of used.entries()) places[term] = place;
  return { used, places };
}
