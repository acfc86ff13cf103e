import { endsOf, joined, parted } from '../packed-file.ts';
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
