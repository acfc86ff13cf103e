/** What a name that styles ask for is the name of. */
export type Kind = 'tag' | 'class' | 'scope' | 'property';

const seeds: Readonly<Record<Kind, number>> = { tag: 1, class: 2, scope: 3, property: 4 };

/**
 * The names that the styles of a template ask for, each with a place. They are found again in the bytes of pages, a
 * thousand in a page, without a text being made of each: a table with open addressing, never more than half full.
 */
export class KnownNames {
  readonly #names: { readonly seed: number; readonly bytes: Uint8Array }[] = [];
  #slots = new Int32Array(1024).fill(-1);

  get size(): number {
    return this.#names.length;
  }

  /** The place of this name, which is known from now on. */
  add(kind: Kind, name: string): number {
    const bytes = Buffer.from(name);
    const known = this.placeOf(kind, bytes, 0, bytes.length);
    if (known >= 0) return known;
    this.#names.push({ seed: seeds[kind], bytes });
    if (this.#names.length * 2 > this.#slots.length) this.#grow();
    else this.#lay(this.#names.length - 1);
    return this.#names.length - 1;
  }

  /** The place of the name that stands in `bytes` there, −1 where nobody asks for it. */
  placeOf(kind: Kind, bytes: Uint8Array, from: number, to: number): number {
    const seed = seeds[kind];
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(seed, bytes, from, to) & mask; ; slot = (slot + 1) & mask) {
      const place = this.#slots[slot] as number;
      if (place < 0 || this.#isAt(place, seed, bytes, from, to)) return place;
    }
  }

  #isAt(place: number, seed: number, bytes: Uint8Array, from: number, to: number): boolean {
    const name = this.#names[place];
    if (name?.seed !== seed || name.bytes.length !== to - from) return false;
    for (let at = from; at < to; at += 1) if (name.bytes[at - from] !== bytes[at]) return false;
    return true;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (const place of this.#names.keys()) this.#lay(place);
  }

  #lay(place: number): void {
    const { seed = 0, bytes = new Uint8Array() } = this.#names[place] ?? {};
    const mask = this.#slots.length - 1;
    let slot = hashOf(seed, bytes, 0, bytes.length) & mask;
    while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = place;
  }
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(seed: number, bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}
