import type { Summary } from './summary.ts';

/** A promise about speed or size, what was measured, and whether it was kept. */
export interface Bar {
  readonly promise: string;
  /** Undefined where what it is about was not measured. */
  readonly figure: string | undefined;
  readonly isMet: boolean | undefined;
}

/** A value that must not be above a limit. */
interface Check {
  readonly value: number;
  readonly limit: number;
  readonly text: string;
}

/** The promises of this project, judged by what was measured. */
export function barsOf(summaries: readonly Summary[]): Bar[] {
  const at = (system: string, size: number) =>
    summaries.find((summary) => summary.system === system && summary.size === size);
  const our = (size: number) => at('ours', size);
  return [
    bar(
      '4,000 pages: full build in at most half the time of Astro with MDX modules, search on both sides',
      () => ratio(our(4000)?.seconds.full, at('astro-mdx', 4000)?.seconds.full, 0.5),
    ),
    bar('4,000 pages: the same without search', () =>
      ratio(our(4000)?.pagesOnly, at('astro-mdx', 4000)?.pagesOnly, 0.5),
    ),
    bar('4,000 pages: at most half the memory of Astro with MDX modules', () =>
      ratio(our(4000)?.peakBytes, at('astro-mdx', 4000)?.peakBytes, 0.5),
    ),
    bar('10,000 pages: at most 2 ms a page, without search', () => perPage(our(10_000), 'pagesOnly', 2)),
    bar('10,000 pages: at most 3.5 ms a page, search included', () => perPage(our(10_000), 'full', 3.5)),
    bar('10,000 pages: at most 1.5 GB', () => gigabytes(our(10_000), 1.5)),
    bar('4,000 pages: an edit is live within 5 s', () => secondsOf(our(4000)?.seconds.edit, 5)),
    bar('10,000 pages: an edit is live within 8 s', () => secondsOf(our(10_000)?.seconds.edit, 8)),
    ...[4000, 10_000].flatMap((size) =>
      ['hugo', 'eleventy', 'starlight', 'vitepress', 'astro-mdx'].map((name) =>
        bar(`${number(size)} pages: an edit is live before ${name} has built and indexed`, () =>
          ratio(our(size)?.seconds.edit, at(name, size)?.seconds.full, 1),
        ),
      ),
    ),
    ...[1000, 4000, 10_000].flatMap((size) =>
      ['starlight', 'vitepress'].map((name) =>
        bar(`${number(size)} pages: full build at least twice as fast as ${name}`, () =>
          ratio(our(size)?.seconds.full, at(name, size)?.seconds.full, 0.5),
        ),
      ),
    ),
    bar('40,000 pages: time a page within 1.3 × of that at 4,000', () =>
      growth(our(40_000), our(4000), ({ seconds }) => seconds.full),
    ),
    bar('40,000 pages: memory a page within 1.3 × of that at 4,000', () =>
      growth(our(40_000), our(4000), ({ peakBytes }) => peakBytes),
    ),
  ];
}

function bar(promise: string, check: () => Check | undefined): Bar {
  const found = check();
  return { promise, figure: found?.text, isMet: found && found.value <= found.limit };
}

function ratio(ours: number | undefined, theirs: number | undefined, limit: number): Check | undefined {
  if (ours === undefined || theirs === undefined) return undefined;
  const value = ours / theirs;
  return { value, limit, text: `${value.toFixed(2)} ×` };
}

function perPage(summary: Summary | undefined, part: 'full' | 'pagesOnly', limit: number): Check | undefined {
  const seconds = part === 'full' ? summary?.seconds.full : summary?.pagesOnly;
  if (!summary || seconds === undefined) return undefined;
  const value = (1000 * seconds) / summary.pages;
  return { value, limit, text: `${value.toFixed(2)} ms` };
}

function gigabytes(summary: Summary | undefined, limit: number): Check | undefined {
  if (summary?.peakBytes === undefined) return undefined;
  const value = summary.peakBytes / 1e9;
  return { value, limit, text: `${value.toFixed(2)} GB` };
}

function secondsOf(value: number | undefined, limit: number): Check | undefined {
  return value === undefined ? undefined : { value, limit, text: `${value.toFixed(1)} s` };
}

function growth(
  large: Summary | undefined,
  small: Summary | undefined,
  of: (summary: Summary) => number | undefined,
): Check | undefined {
  const [much, little] = [large && of(large), small && of(small)];
  if (!large || !small || much === undefined || little === undefined) return undefined;
  return ratio(much / large.pages, little / small.pages, 1.3);
}

function number(value: number): string {
  return value.toLocaleString('en');
}
