import { type Bar, barsOf } from './bars.ts';
import type { FirstView } from './first-views.ts';
import type { Failure } from './runs.ts';
import type { Summary } from './summary.ts';

/** All that the report tells. */
export interface Results {
  readonly summaries: readonly Summary[];
  readonly views: readonly FirstView[];
  readonly failures: readonly Failure[];
  /** The systems by name, in the order of the tables: how they are called and set up, or why they are absent. */
  readonly systems: readonly {
    name: string;
    title: string;
    note: string;
    version?: string;
    absent?: string;
  }[];
  /** Where and when: a line each. */
  readonly circumstances: readonly string[];
}

/** The results as Markdown. */
export function report(results: Results): string {
  const sizes = [...new Set(results.summaries.map(({ size }) => size))];
  return [
    '# The build beside other generators',
    '',
    'Written by `npm run bench`. Every system builds the same pages with the same words; a page is an entry with an address of its',
    'own in one language. Medians; the lowest and highest round in brackets; × is the ratio to ours.',
    '',
    ...results.circumstances.map((line) => `- ${line}`),
    '',
    '![Seconds of a full build, and from an edit until it is live, for each system and size](peers.svg)',
    '',
    ...sizes.flatMap((size) => sizeTable(size, results)),
    ...viewTable(results),
    ...barTable(barsOf(results.summaries)),
    ...stepTable(results.summaries),
    '## The systems',
    '',
    ...results.systems.map(({ title, version, note, absent }) =>
      absent ? `- **${title}** is absent: ${absent}.` : `- **${title}** ${version}: ${note}.`,
    ),
    ...results.failures.map(
      ({ system, size, failure }) =>
        `- **${titleOf(results, system)}** failed at ${number(size)} pages: \`${failure.split('\n').at(-1)}\``,
    ),
    '',
  ].join('\n');
}

function sizeTable(size: number, results: Results): string[] {
  const rows = results.systems.flatMap(
    ({ name }) => results.summaries.find((one) => one.system === name && one.size === size) ?? [],
  );
  const our = rows.find(({ system }) => system === 'ours');
  const first = rows[0] as Summary;
  return [
    `## ${number(size)} pages`,
    '',
    `${number(first.pages)} pages; ${rounds(rows)} a system.`,
    '',
    '| | full build | × | without search | ms a page | warm build | edit until live | × | processors | peak memory | output | HTML files |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => {
      const { seconds, ranges } = row;
      const cells = [
        `**${titleOf(results, row.system)}**`,
        `${tenths(seconds.full)} s${between(ranges.full)}`,
        times(seconds.full, our?.seconds.full),
        row.pagesOnly === undefined ? '' : `${tenths(row.pagesOnly)} s`,
        ((1000 * seconds.full) / row.pages).toFixed(2),
        `${tenths(seconds.warm)} s`,
        `${tenths(seconds.edit)} s${between(ranges.edit)}`,
        times(seconds.edit, our?.seconds.edit),
        row.processorSeconds === undefined ? '–' : `${tenths(row.processorSeconds)} s`,
        row.peakBytes === undefined ? '–' : `${(row.peakBytes / 1e9).toFixed(2)} GB`,
        `${(row.bytes / 1e6).toFixed(0)} MB`,
        number(row.htmlFiles),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
    ...(our?.newProcess
      ? [
          `Our edit is built by the process that \`npm start\` keeps; a new one, as a pipeline starts it, takes ${tenths(our.newProcess)} s.`,
          '',
        ]
      : []),
    ...(our?.firstSeconds
      ? [
          `Our first build ever, which also makes pictures in modern formats and sizes: ${tenths(our.firstSeconds)} s.`,
          '',
        ]
      : []),
  ];
}

function viewTable(results: Results): string[] {
  if (results.views.length === 0) return [];
  return [
    '## First views',
    '',
    'What Chromium loads to show a page for the first time, compressed with Brotli as a web server does.',
    '',
    '| | course page | list of courses |',
    '| --- | --- | --- |',
    ...results.systems.flatMap(({ name, title }) => {
      const of = (page: FirstView['page']) => {
        const view = results.views.find((one) => one.system === name && one.page === page);
        return view ? `${(view.bytes / 1000).toFixed(0)} KB, ${view.requests} requests` : '';
      };
      return of('course') ? [`| **${title}** | ${of('course')} | ${of('list')} |`] : [];
    }),
    '',
  ];
}

function barTable(bars: readonly Bar[]): string[] {
  const measured = bars.filter(({ figure }) => figure !== undefined);
  const others = bars.length - measured.length;
  return [
    '## Promises',
    '',
    'Where two systems are compared, × is our time or memory divided by theirs.',
    '',
    '| promise | measured | |',
    '| --- | --- | --- |',
    ...measured.map(
      ({ promise, figure, isMet }) => `| ${promise} | ${figure} | ${isMet ? 'kept' : '**missed**'} |`,
    ),
    '',
    ...(others > 0 ? [`${others} more need sizes or systems that this run did not measure.`, ''] : []),
  ];
}

function stepTable(summaries: readonly Summary[]): string[] {
  const ours = summaries.filter(({ system }) => system === 'ours');
  const names = [
    ...new Set(ours.flatMap(({ steps }) => [...steps.full, ...steps.edit].map(({ name }) => name))),
  ];
  const cell = (one: Summary, part: 'full' | 'edit', name: string) => {
    const found = one.steps[part].filter((step) => step.name === name);
    return found.length > 0 ? `${found.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(2)} s` : '';
  };
  if (ours.length === 0) return [];
  return [
    '## Where our time goes',
    '',
    `| step | ${ours.map(({ size }) => `${number(size)}: full | after an edit`).join(' | ')} |`,
    `| --- | ${ours.map(() => '--- | ---').join(' | ')} |`,
    ...names.map(
      (name) =>
        `| ${name} | ${ours.map((one) => `${cell(one, 'full', name)} | ${cell(one, 'edit', name)}`).join(' | ')} |`,
    ),
    '',
  ];
}

function titleOf({ systems }: Results, name: string): string {
  return systems.find((system) => system.name === name)?.title ?? name;
}

function rounds(rows: readonly Summary[]): string {
  const counts = [...new Set(rows.map((row) => row.rounds))].sort();
  return `${counts.join(' to ')} ${counts.at(-1) === 1 ? 'round' : 'rounds'}`;
}

function between([low, high]: readonly [number, number]): string {
  return low === high ? '' : ` (${tenths(low)}–${tenths(high)})`;
}

function times(value: number, ours: number | undefined): string {
  return ours ? (value / ours).toFixed(2) : '';
}

function tenths(seconds: number): string {
  return seconds.toFixed(1);
}

function number(value: number): string {
  return value.toLocaleString('en');
}
