import { CborWriter } from './cbor.ts';

/** What Pagefind makes of one entry: all that an index needs to know of it, whatever stands beside it. */
export interface ParsedText {
  /** How many words its text has. */
  readonly words: number;
  /** The numbers of its terms. */
  readonly terms: Uint32Array;
  /** Where each of them stands, as CBOR: two lists of places a term, in the text and in its fields. */
  readonly places: Uint8Array;
  /** The byte of `places` at which those of each term end. */
  readonly ends: Uint32Array;
}

/** Weights are below this; places in fields stand by these as those in the text do by weights. */
const firstField = 256;

/** The group of the places in a field. */
export function fieldGroup(field: number): number {
  return firstField + field;
}

/** A place as one number that can be sorted: term, group and place, of 21, 9 and 23 bits. */
const [perGroup, perTerm] = [2 ** 23, 2 ** 32];

/** Collects where the terms of one text after the other stand. */
export class TextPlaces {
  #sorted = new Float64Array(1 << 10);
  #amount = 0;
  readonly #writer = new CborWriter(1 << 12);

  /** `group` is the weight in the text, or the group of a field. */
  add(term: number, group: number, place: number): void {
    if (this.#amount === this.#sorted.length) {
      const larger = new Float64Array(2 * this.#amount);
      larger.set(this.#sorted);
      this.#sorted = larger;
    }
    this.#sorted[this.#amount] = term * perTerm + group * perGroup + place;
    this.#amount += 1;
  }

  /** What was added since the last time, as a text of so many words. */
  take(words: number): ParsedText {
    const sorted = this.#sorted.subarray(0, this.#amount).sort();
    this.#amount = 0;
    const [terms, ends] = [[] as number[], [] as number[]];
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      const term = Math.floor((sorted[from] as number) / perTerm);
      const fields = term * perTerm + firstField * perGroup;
      let middle = from;
      while (middle < sorted.length && (sorted[middle] as number) < fields) middle += 1;
      to = middle;
      while (to < sorted.length && (sorted[to] as number) < (term + 1) * perTerm) to += 1;
      this.#write(sorted.subarray(from, middle), 0);
      this.#write(sorted.subarray(middle, to), firstField);
      terms.push(term);
      ends.push(this.#writer.length);
    }
    return {
      words,
      terms: Uint32Array.from(terms),
      ends: Uint32Array.from(ends),
      places: this.#writer.take(),
    };
  }

  /** Writes one list as Pagefind has it: ahead of the places of a group its number, below 0; each place as the distance from the one before. */
  #write(sorted: Float64Array, firstGroup: number): void {
    let groups = 0;
    for (let at = 0; at < sorted.length; at += 1)
      if (at === 0 || groupOf(sorted[at] as number) !== groupOf(sorted[at - 1] as number)) groups += 1;
    this.#writer.array(sorted.length + groups);
    let [group, former] = [-1, 0];
    for (const value of sorted) {
      const own = groupOf(value);
      if (own !== group) {
        this.#writer.negative(firstGroup - own - 1);
        [group, former] = [own, 0];
      }
      const place = value % perGroup;
      this.#writer.unsigned(place - former);
      former = place;
    }
  }
}

function groupOf(sorted: number): number {
  return Math.floor((sorted % perTerm) / perGroup);
}
