/** What a search costs a reader. */
export interface Cost {
  /** Entries in the index. */
  readonly pages: number;
  /** Bytes of the search that were loaded before its field had the focus. */
  readonly before: number;
  /** Most bytes of a first search with its first ten results, the scripts of the page included; asked at once. */
  readonly first: number;
  /** The same where it is typed letter by letter and each letter’s results are loaded. */
  readonly typed: number;
  /** The same on another visit. */
  readonly again: number;
  /** Milliseconds from a key to the rendered results. */
  readonly p50: number;
  readonly p95: number;
  readonly keys: number;
  /** Milliseconds from the last key of a query until all results of a page stood with their cards, in the median. */
  readonly whole: number;
}

/** The value below which `part` of `values` lie. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** The costs as a table in Markdown. */
export function costTable(costs: readonly Cost[]): string {
  return [
    '| pages | before focus | first search | typed by letters | another visit | key to results, p50 | p95 | keys | last key to all cards |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...costs.map(
      ({ pages, before, first, typed, again, p50, p95, keys, whole }) =>
        `| ${pages} | ${[before, first, typed, again].map(kilobytes).join(' | ')} | ${milliseconds(p50)} | ${milliseconds(p95)} | ${keys} | ${milliseconds(whole)} |`,
    ),
  ].join('\n');
}

/** 187 KB; a KB is 1,000 bytes. */
export function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} KB`;
}

/** 12 ms, rounded up. */
export function milliseconds(time: number): string {
  return `${Math.ceil(time)} ms`;
}
