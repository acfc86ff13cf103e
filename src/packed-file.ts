import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writevSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Where each of `lists` ends when they lie one after the other. */
export function endsOf(lists: readonly { readonly length: number }[]): Uint32Array {
  let end = 0;
  return Uint32Array.from(lists, ({ length }) => {
    end += length;
    return end;
  });
}

/** No name of a file, and so no read and no address, has this letter. */
const separator = '\0';

/** Texts as one, in UTF-8: pieces of content would take two bytes a letter, since some of its letters do. */
export function joined(texts: Iterable<string>): Uint8Array {
  return Buffer.from([...texts, ''].join(separator));
}

export function parted(bytes: Uint8Array): string[] {
  const { buffer, byteOffset, byteLength } = bytes;
  return Buffer.from(buffer, byteOffset, byteLength).toString().split(separator).slice(0, -1);
}

/** What of a value lies in its file as it is: its name, whether it is numbers or bytes, and how many bytes it takes. */
type Laid = readonly [name: string, kind: 'numbers' | 'bytes', length: number];

/** Everything else of it, and what follows. */
interface Head {
  readonly rest: Readonly<Record<string, unknown>>;
  readonly laid: readonly Laid[];
}

/** Bytes that lie one after the other in the file, and are no array of their own before. */
export class Pieces {
  readonly all: readonly Uint8Array[];
  readonly byteLength: number;

  constructor(all: readonly Uint8Array[]) {
    this.all = all;
    this.byteLength = all.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }
}

/**
 * Writes `value` into `file`, whole or not at all. Arrays of bytes and of numbers lie as they are, one after the other: V8
 * would copy them several times on their way. Before them stands how long their head is.
 */
export function writePacked(file: string, value: object): void {
  const [arrays, rest]: [[string, Uint8Array | Uint32Array | Pieces][], [string, unknown][]] = [[], []];
  for (const [name, one] of Object.entries(value))
    if (one instanceof Uint8Array || one instanceof Uint32Array || one instanceof Pieces)
      arrays.push([name, one]);
    else rest.push([name, one]);
  const laid = arrays.map(([name, one]): Laid => {
    return [name, one instanceof Uint32Array ? 'numbers' : 'bytes', one.byteLength];
  });
  const head = serialize({ rest: Object.fromEntries(rest), laid } satisfies Head);
  mkdirSync(dirname(file), { recursive: true });
  const written = openSync(`${file}.next`, 'w');
  try {
    for (const one of [new Uint32Array([head.length, 0]), head, ...arrays.map(([, array]) => array)]) {
      if (one instanceof Pieces) writePieces(written, one);
      else writeFileSync(written, one);
      writeFileSync(written, new Uint8Array(evenly(one.byteLength) - one.byteLength));
    }
  } finally {
    closeSync(written);
  }
  renameSync(`${file}.next`, file);
}

/** A system takes about a thousand pieces at once, and may write less than it was given. */
function writePieces(file: number, { all, byteLength }: Pieces): void {
  let written = 0;
  for (let at = 0; at < all.length; at += 1000) written += writevSync(file, all.slice(at, at + 1000));
  if (written !== byteLength) throw new Error(`The disk took ${written} bytes of ${byteLength}.`);
}

/** What was written into `file`; undefined where there is nothing whole. */
export function readPacked<Value extends object>(file: string): Value | undefined {
  try {
    const bytes = readFileSync(file);
    const { buffer, byteOffset } = bytes;
    const first = evenly(Uint32Array.BYTES_PER_ELEMENT);
    const [length = 0] = new Uint32Array(buffer, byteOffset, 1);
    const { rest, laid } = deserialize(bytes.subarray(first, first + length)) as Head;
    let at = first + evenly(length);
    const arrays = laid.map(([name, kind, size]) => {
      const from = byteOffset + at;
      at += evenly(size);
      const numbers = size / Uint32Array.BYTES_PER_ELEMENT;
      const array =
        kind === 'numbers' ? new Uint32Array(buffer, from, numbers) : new Uint8Array(buffer, from, size);
      return [name, array] as const;
    });
    return at === bytes.length ? ({ ...rest, ...Object.fromEntries(arrays) } as Value) : undefined;
  } catch {
    return undefined;
  }
}

/** So many bytes are taken where `length` are needed: numbers have to begin at a place that four divides. */
function evenly(length: number): number {
  return Math.ceil(length / 8) * 8;
}
