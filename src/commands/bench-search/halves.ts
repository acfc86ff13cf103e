import type { JudgedQuery } from './judged.ts';

export type Half = 'dev' | 'test';

/** So many queries that two entries answer together keep them in the same half. */
const together = 2;

/**
 * The half of each query, so that no entry is tuned on and tested: entries that are right together more than once, be it
 * through others, stay in one half, and a query belongs to the half of its entries. The few whose entries lie in both are
 * in neither. The largest family of entries is tuned on; each next one goes where fewer queries are.
 */
export function halvesOf(queries: readonly JudgedQuery[]): ReadonlyMap<JudgedQuery, Half> {
  const familyOf = families(queries);
  const weights = new Map<string, number>();
  for (const { relevant } of queries) {
    const names = new Set(relevant.map(familyOf));
    for (const name of names) weights.set(name, (weights.get(name) ?? 0) + 1 / names.size);
  }
  const largestFirst = [...weights].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const sums = { dev: 0, test: 0 };
  const halves = new Map<string, Half>();
  for (const [name, weight] of largestFirst) {
    const half = sums.test < sums.dev ? 'test' : 'dev';
    halves.set(name, half);
    sums[half] += weight;
  }
  return new Map(
    queries.flatMap((query) => {
      const [half, other] = new Set(query.relevant.map((id) => halves.get(familyOf(id))));
      return half && !other ? [[query, half] as const] : [];
    }),
  );
}

/** Says of an entry which one stands for its family. */
function families(queries: readonly JudgedQuery[]): (id: string) => string {
  const parents = new Map<string, string>();
  const root = (id: string): string => {
    let found = id;
    for (let next = parents.get(found); next !== undefined; next = parents.get(found)) found = next;
    return found;
  };
  const times = new Map<string, number>();
  for (const { relevant } of queries) {
    for (const a of relevant) {
      for (const b of relevant) {
        if (a >= b) continue;
        const pair = `${a} ${b}`;
        times.set(pair, (times.get(pair) ?? 0) + 1);
        if (times.get(pair) !== together) continue;
        const [first, second] = [root(a), root(b)];
        if (first !== second) parents.set(second, first);
      }
    }
  }
  return root;
}
