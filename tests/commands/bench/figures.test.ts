import { expect, test } from 'vitest';
import { barsOf } from '../../../src/commands/bench/bars.ts';
import { chart } from '../../../src/commands/bench/chart.ts';
import { CommandFailed, measure, stepsOf } from '../../../src/commands/bench/measure.ts';
import { memoryOf, processorSecondsOf } from '../../../src/commands/bench/process-watch.ts';
import { report } from '../../../src/commands/bench/report.ts';
import type { Run } from '../../../src/commands/bench/runs.ts';
import { median } from '../../../src/commands/bench/statistics.ts';
import { summariesOf } from '../../../src/commands/bench/summary.ts';
import { wishOf } from '../../../src/commands/bench/wish.ts';

function aRun(system: string, size: number, full: number, edit: number, round = 1): Run {
  const measured = (seconds: number) => ({
    seconds,
    peakBytes: 1e9,
    processorSeconds: seconds,
    steps: [
      { name: 'pages', seconds: seconds / 2 },
      { name: 'search', seconds: seconds / 2 },
    ],
  });
  const phases = { full: measured(full), warm: measured(full), edit: measured(edit) };
  return { system, size, pages: size, round, phases, bytes: 1e6, files: 10, htmlFiles: 9 };
}

const systems = [
  { name: 'ours', title: 'Ours', note: 'all of it', version: '1' },
  { name: 'hugo', title: 'Hugo', note: 'a peer', version: '2' },
  { name: 'starlight', title: 'Starlight', note: 'a peer', absent: 'npm did not install it' },
];

test('the middle of an odd number is one of them, of an even number lies between two', () => {
  expect(median([9, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('rounds become medians, and the parts before the search are the pages alone', () => {
  const runs = [aRun('ours', 1000, 4, 2, 1), aRun('ours', 1000, 9, 3, 2), aRun('ours', 1000, 5, 1, 3)];
  expect(summariesOf(runs)).toMatchObject([
    { rounds: 3, seconds: { full: 5, edit: 2 }, ranges: { full: [4, 9] }, pagesOnly: 2.5 },
  ]);
});

test('a promise is kept or missed by what was measured, and open where nothing was', () => {
  const bars = barsOf(
    summariesOf([aRun('ours', 4000, 8, 4), aRun('hugo', 4000, 3.5, 3), aRun('astro-mdx', 4000, 20, 9)]),
  );
  const of = (words: string) => bars.find(({ promise }) => promise.includes(words));
  expect(of('half the time of Astro with MDX modules, search')).toMatchObject({
    figure: '0.40 ×',
    isMet: true,
  });
  expect(of('half the memory')).toMatchObject({ figure: '1.00 ×', isMet: false });
  expect(of('4,000 pages: an edit is live before hugo')).toMatchObject({ figure: '1.14 ×', isMet: false });
  expect(of('40,000 pages: time')).toMatchObject({ figure: undefined });
});

test('time a page is compared between sizes', () => {
  const bars = barsOf(summariesOf([aRun('ours', 4000, 10, 4), aRun('ours', 40_000, 120, 9)]));
  expect(bars.find(({ promise }) => promise.startsWith('40,000 pages: time'))).toMatchObject({
    figure: '1.20 ×',
    isMet: true,
  });
});

test('the report names ratios, absent systems and those that failed', () => {
  const text = report({
    summaries: summariesOf([aRun('ours', 1000, 4, 2), aRun('hugo', 1000, 2, 1)]),
    views: [{ system: 'hugo', page: 'course', bytes: 4200, requests: 2 }],
    failures: [{ system: 'hugo', size: 4000, failure: 'hugo failed:\nout of memory' }],
    systems,
    circumstances: ['on a quiet machine'],
  });
  expect(text).toContain('| **Hugo** | 2.0 s | 0.50 | 1.0 s | 2.00 |');
  expect(text).toContain('| **Hugo** | 4 KB, 2 requests |');
  expect(text).toContain('**Starlight** is absent: npm did not install it.');
  expect(text).toContain('**Hugo** failed at 4,000 pages: `out of memory`');
});

test('in the chart a bar is as long as its seconds are many', () => {
  const drawn = chart(summariesOf([aRun('ours', 1000, 4, 2), aRun('hugo', 1000, 2, 1)]), systems);
  const lengths = [...drawn.matchAll(/class="bar[^>]* width="([\d.]+)"/g)].map(([, length]) =>
    Number(length),
  );
  expect(lengths.map((length) => Math.round((8 * length) / (lengths[0] ?? 1)) / 2)).toEqual([4, 2, 2, 1]);
});

test('memory counts what each process has of its own, and shared files once', () => {
  const status = (own: number, files: number, most: number) =>
    `Name:\tnode\nVmHWM:\t${most} kB\nRssAnon:\t${own} kB\nRssFile:\t${files} kB\nRssShmem:\t0 kB\n`;
  expect(memoryOf([status(100, 50, 160), status(30, 40, 70)])).toBe(180 * 1024);
  expect(memoryOf([status(100, 50, 300)])).toBe(300 * 1024);
});

test('processor time is that of the processes and of those that ended before', () => {
  const line = '7 (a (b) c) S 1 7 7 0 -1 4194304 0 0 0 0 150 50 200 100 20 0 1 0 99';
  expect(processorSecondsOf([line])).toBe(5);
});

test('a command that fails says what it said, one that works how long its steps took', async () => {
  const command = (script: string) => [
    { program: process.execPath, words: ['-e', script], folder: '.', step: 'start' },
  ];
  await expect(measure(command("console.error('no flour'); process.exit(3)"))).rejects.toThrow(/no flour/);
  await expect(measure(command('process.exit(1)'))).rejects.toBeInstanceOf(CommandFailed);
  const { steps, seconds } = await measure(
    command("process.send({ buildPhase: 'pages' }); process.disconnect()"),
  );
  expect(steps.map(({ name }) => name)).toEqual(['start', 'pages']);
  expect(steps.reduce((sum, step) => sum + step.seconds, 0)).toBeCloseTo(seconds);
  expect(
    stepsOf(
      [
        { name: 'a', at: 1000 },
        { name: 'b', at: 1500 },
      ],
      3000,
    ),
  ).toEqual([
    { name: 'a', seconds: 0.5 },
    { name: 'b', seconds: 1.5 },
  ]);
});

test('a wish the bench does not know is refused', () => {
  expect(wishOf(['--pages', '4000,1000', '--only', 'ours,hugo'])).toMatchObject({
    sizes: [1000, 4000],
    rounds: 3,
    only: ['ours', 'hugo'],
  });
  for (const words of [['--only', 'jekyll'], ['--pages', 'many'], ['--rounds', '0'], ['--quick']])
    expect(wishOf(words), words.join(' ')).toBeUndefined();
});
