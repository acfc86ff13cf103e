import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ParsedText } from './parsed-text.ts';

/** Keeps what is dear to make between two builds, by a key that holds all it was made of. */
export interface TextStore {
  readonly parsed: (key: string) => ParsedText | undefined;
  readonly keepParsed: (key: string, text: ParsedText) => void;
  readonly packed: (key: string) => Uint8Array | undefined;
  readonly keepPacked: (key: string, bytes: Uint8Array) => void;
}

/** Keeps nothing. */
export const emptyStore: TextStore = {
  parsed: () => undefined,
  keepParsed: () => undefined,
  packed: () => undefined,
  keepPacked: () => undefined,
};

/** A store that can be written down again, with what was kept or asked for since it was opened. */
export interface FileStore extends TextStore {
  readonly save: () => Promise<void>;
}

/** What the file begins with: of each parsed text its words and the length of its terms, of each packed file its length. */
interface Contents {
  readonly parsed: readonly (readonly [key: string, words: number, terms: number])[];
  readonly packed: readonly (readonly [key: string, length: number])[];
}

/** The store in `file`; an empty one where there is none or it can’t be read. */
export async function openTextStore(file: string): Promise<FileStore> {
  const former = await readStore(file);
  const parsed = new Map<string, ParsedText>();
  const packed = new Map<string, Uint8Array>();
  return {
    parsed: (key) => remember(key, former.parsed, parsed),
    keepParsed: (key, text) => parsed.set(key, text),
    packed: (key) => remember(key, former.packed, packed),
    keepPacked: (key, bytes) => packed.set(key, bytes),
    save: () => writeStore(file, parsed, packed),
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

async function readStore(file: string) {
  const parsed = new Map<string, ParsedText>();
  const packed = new Map<string, Uint8Array>();
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes || bytes.length < 4) return { parsed, packed };
  let at = 4 + bytes.readUInt32BE(0);
  const contents = JSON.parse(bytes.toString('utf8', 4, at)) as Contents;
  const next = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  for (const [key, words, terms] of contents.parsed) parsed.set(key, { words, terms: next(terms) });
  for (const [key, length] of contents.packed) packed.set(key, next(length));
  return { parsed, packed };
}

/** Written beside the old one, which it then replaces: a build that is killed leaves the old one. */
async function writeStore(
  file: string,
  parsed: ReadonlyMap<string, ParsedText>,
  packed: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const contents: Contents = {
    parsed: [...parsed].map(([key, text]) => [key, text.words, text.terms.length]),
    packed: [...packed].map(([key, bytes]) => [key, bytes.length]),
  };
  const head = Buffer.from(JSON.stringify(contents));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  const texts = [...parsed.values()].map(({ terms }) => terms);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.next`, Buffer.concat([length, head, ...texts, ...packed.values()]));
  await rename(`${file}.next`, file);
}
