/** What a search costs a reader. */
export interface Cost {
  readonly pages: number;
  /** Bytes of a first search and its first ten results: scripts, index, tables, results. */
  readonly bytes: number;
  /** Milliseconds from a key to the rendered results. */
  readonly p50: number;
  readonly p95: number;
  readonly keys: number;
}

/** The cost of a search over `pages` pages, from the bytes of the first one and the milliseconds each key took. */
export function costOf(pages: number, bytes: number, times: readonly number[]): Cost {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { pages, bytes, p50: at(0.5), p95: at(0.95), keys: times.length };
}

/** The costs as a table in Markdown. */
export function costTable(costs: readonly Cost[]): string {
  return [
    '| pages | bytes of a first search | key to results, p50 | p95 | keys |',
    '| --- | --- | --- | --- | --- |',
    ...costs.map(
      ({ pages, bytes, p50, p95, keys }) =>
        `| ${pages} | ${(bytes / 1000).toFixed(0)} KB | ${p50.toFixed(0)} ms | ${p95.toFixed(0)} ms | ${keys} |`,
    ),
  ].join('\n');
}
