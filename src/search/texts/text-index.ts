import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { idOf } from '../text-ids.ts';
import { CborWriter } from './cbor.ts';
import { type Chunk, chunksOf, type WrittenChunk } from './chunks.ts';
import { signature } from './pagefind-files.ts';
import type { ParsedText } from './parsed-text.ts';
import { type KeptChunk, keyOf, type TextStore } from './text-store.ts';

/** What Pagefind’s search calls the list of entries. The folder’s name tells one index from another; names in it need not. */
export const metaId = '0';

/**
 * The files of an index over `texts`, by path: as Pagefind’s search of that `version` reads them, whichever texts were
 * parsed together. Entries are numbered in their order.
 */
export async function textIndex(
  texts: readonly ParsedText[],
  fields: readonly string[],
  version: string,
  store: TextStore,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const found = chunksOf(texts, store.terms, store.index);
  const chunks = await Promise.all(found.map((chunk) => keptChunk(store, chunk)));
  for (const [at, { key }] of chunks.entries()) files.set(`index/${idOf(at)}.pf_index`, packedIn(store, key));
  store.keepIndex({ texts, chunks });
  files.set(`pagefind.${metaId}.pf_meta`, await pack(metaFile(texts, chunks, fields, version)));
  return files;
}

/** The list of entries, chunks and fields. It names no filters and no orders: the search has its own. */
function metaFile(
  texts: readonly ParsedText[],
  chunks: readonly Chunk[],
  fields: readonly string[],
  version: string,
): Buffer {
  const writer = new CborWriter();
  writer.array(6);
  writer.text(version);
  writer.array(texts.length);
  for (const [place, { words }] of texts.entries()) {
    writer.array(3);
    writer.text(idOf(place));
    writer.unsigned(words);
    writer.text('');
  }
  writer.array(chunks.length);
  for (const [at, { first, last }] of chunks.entries()) {
    const before = chunks[at - 1]?.last;
    writer.array(3);
    writer.text(before === undefined ? first : beginning(first, before));
    writer.text(last);
    writer.text(idOf(at));
  }
  writer.array(0);
  writer.array(0);
  writer.array(fields.length);
  for (const field of fields) writer.text(field);
  return writer.take();
}

/** As much of `word` as tells it from the one `before` it. */
function beginning(word: string, before: string): string {
  const letters = [...word];
  const others = [...before];
  return letters.slice(0, letters.findIndex((letter, at) => letter !== others[at]) + 1).join('');
}

/** The chunk, whose file the store then has: most of an index are those of the build before. */
async function keptChunk(store: TextStore, chunk: KeptChunk | WrittenChunk): Promise<KeptChunk> {
  if ('key' in chunk) return chunk;
  const { bytes, ...rest } = chunk;
  const key = keyOf(bytes);
  store.keepPacked(key, store.packed(key) ?? (await pack(bytes)));
  return { ...rest, key };
}

function packedIn(store: TextStore, key: string): Uint8Array {
  const packed = store.packed(key);
  if (!packed) throw new Error(`The chunk ${key} was kept without its file.`);
  return packed;
}

/** At zlib’s own level: to look for the last half of a per cent takes two thirds longer. */
function pack(bytes: Uint8Array): Promise<Uint8Array> {
  return promisify(gzip)(Buffer.concat([signature, bytes]));
}
