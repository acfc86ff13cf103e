import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Readings } from './readings.ts';

/** Readings as a few long texts and arrays, which are read many times faster than a hundred thousand small values. */
export interface PackedReadings {
  readonly reads: Uint8Array;
  readonly states: Uint8Array;
  readonly names: Uint8Array;
  /** The places of all, one after the other. */
  readonly places: Uint32Array;
  /** Where those of each end. */
  readonly ends: Uint32Array;
}

export function packReadings({ reads, states, places }: Readings): PackedReadings {
  const lists = [...places.values()];
  const ends = endsOf(lists);
  const all = new Uint32Array(ends.at(-1) ?? 0);
  lists.forEach((list, at) => {
    all.set(list, ends[at - 1] ?? 0);
  });
  return { reads: joined(reads), states: joined(states), names: joined(places.keys()), places: all, ends };
}

export function unpackReadings({ reads, states, names, places, ends }: PackedReadings): Readings {
  const listAt = (at: number) => places.subarray(ends[at - 1] ?? 0, ends[at]);
  return {
    reads: parted(reads),
    states: parted(states),
    places: new Map(parted(names).map((name, at) => [name, listAt(at)])),
  };
}

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

/** Writes `value` into `file`, whole or not at all. */
export function writePacked(file: string, value: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.next`, serialize(value));
  renameSync(`${file}.next`, file);
}

/** What was written into `file`; undefined where there is nothing whole. */
export function readPacked<Value extends object>(file: string): Value | undefined {
  try {
    return deserialize(readFileSync(file)) as Value;
  } catch {
    return undefined;
  }
}
