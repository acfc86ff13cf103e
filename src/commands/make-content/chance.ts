/** Chance that is the same for the same seed: what is made with it can be made again. */
export interface Chance {
  /** From 0 up to, but not, 1. */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both possible. */
  readonly between: (low: number, high: number) => number;
  /** True in `share` of all cases. */
  readonly happens: (share: number) => boolean;
  readonly oneOf: <T>(items: readonly T[]) => T;
  /** Some of `items`, each once, in their order of choice; fewer than `count` where there are fewer. */
  readonly someOf: <T>(items: readonly T[], count: number) => T[];
}

/** The chance of a seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const oneOf = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  return {
    next,
    oneOf,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    happens: (share) => next() < share,
    someOf(items, count) {
      const chosen = new Set<(typeof items)[number]>();
      for (let tries = 0; chosen.size < Math.min(count, items.length) && tries < count * 8; tries += 1)
        chosen.add(oneOf(items));
      return [...chosen];
    },
  };
}
