import { type Cost, kilobytes, milliseconds } from './cost.ts';
import type { JudgedQuery } from './judged.ts';
import { decimal, percent } from './report.ts';
import { type Judged, scoresBy } from './scores.ts';

/** What the search is to reach, and what it reaches. */
export interface Bar {
  readonly name: string;
  readonly figure: string;
  readonly isMet: boolean;
}

/** The bars of quality, for queries that nothing was tuned on. */
export function qualityBars(judged: Judged): Bar[] {
  const byName = new Map([...judged].map(([name, all]) => [name, scoresBy(all, ({ category }) => category)]));
  const [[, own] = [], ...others] = byName;
  if (!own) return [];
  const { mean, groups } = own;
  const [worst = ['', mean]] = [...groups].sort(([, a], [, b]) => a.success - b.success);
  const beaten = others.map(([name, { mean: theirs }]) => ({
    name: `${name} is beaten in the mean, by both`,
    figure: `${decimal(mean.success)} and ${decimal(mean.mrr)}, it ${decimal(theirs.success)} and ${decimal(theirs.mrr)}`,
    isMet: mean.success > theirs.success && mean.mrr > theirs.mrr,
  }));
  const plain = byName.get('Pagefind')?.groups ?? new Map();
  const notBeaten = [...groups].filter(([name, ours]) => {
    const theirs = plain.get(name);
    return theirs && (ours.success < theirs.success || (ours.mrr <= theirs.mrr && ours.mrr < 1));
  });
  return [
    bar('success@5 ≥ .98, mean of categories', decimal(mean.success), mean.success >= 0.98),
    bar('MRR ≥ .95, mean of categories', decimal(mean.mrr), mean.mrr >= 0.95),
    bar(
      'no category below success@5 .85',
      `${worst[0]} ${decimal(worst[1].success)}`,
      worst[1].success >= 0.85,
    ),
    bar('no result to ≤ 1 %, mean of categories', percent(mean.zero), mean.zero <= 0.01),
    ...beaten,
    ...(plain.size > 0
      ? [
          bar(
            'plain Pagefind is beaten in every category',
            notBeaten.length > 0
              ? `not in ${notBeaten.map(([name]) => name).join(', ')}`
              : `in ${groups.size}`,
            notBeaten.length === 0,
          ),
        ]
      : []),
  ];
}

/** The bars of the judged set itself. */
export function setBars(queries: readonly JudgedQuery[]): Bar[] {
  const written = queries.filter(({ lang, written }) => lang === 'lb' && written).length;
  return [
    bar('≥ 600 queries', String(queries.length), queries.length >= 600),
    bar('≥ 150 Luxembourgish queries written by hand', String(written), written >= 150),
  ];
}

/** What may be loaded for a first search, and how long a key may take, by the number of pages. */
const limits = [
  { pages: 1_000, bytes: 220_000, time: undefined },
  { pages: 4_000, bytes: 260_000, time: 50 },
  { pages: 10_000, bytes: undefined, time: 120 },
] as const;

/** The bars of cost for indexes of about the sizes that have one. */
export function costBars(costs: readonly Cost[]): Bar[] {
  return costs.flatMap(({ pages, before, first, again, p95 }) => {
    const limit = limits.find((one) => Math.abs(one.pages - pages) < one.pages / 10);
    const at = `at ${pages} pages`;
    return [
      bar(`nothing is loaded before focus, ${at}`, kilobytes(before), before === 0),
      bar(`nothing again on another visit, ${at}`, kilobytes(again), again === 0),
      ...(limit?.bytes
        ? [bar(`first search ≤ ${kilobytes(limit.bytes)} ${at}`, kilobytes(first), first <= limit.bytes)]
        : []),
      ...(limit?.time
        ? [bar(`key to results, p95 ≤ ${limit.time} ms ${at}`, milliseconds(p95), p95 <= limit.time)]
        : []),
    ];
  });
}

/** The bars as a table in Markdown. */
export function barTable(bars: readonly Bar[]): string {
  return [
    '### Bars',
    '',
    '| bar | figure | |',
    '| --- | --- | --- |',
    ...bars.map(({ name, figure, isMet }) => `| ${name} | ${figure} | ${isMet ? 'met' : '**missed**'} |`),
    '',
  ].join('\n');
}

function bar(name: string, figure: string, isMet: boolean): Bar {
  return { name, figure, isMet };
}
