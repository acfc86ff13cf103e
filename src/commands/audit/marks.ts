/** What Lighthouse says of a page: marks of 100, milliseconds, and how far things jump. */
export interface Marks {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  readonly largestPaint: number;
  readonly layoutShift: number;
}

export const markNames = [
  'performance',
  'accessibility',
  'bestPractices',
  'seo',
  'largestPaint',
  'layoutShift',
] as const;

/** What a page must reach: marks at least, milliseconds and shifts at most. */
const bars: Marks = {
  performance: 98,
  accessibility: 100,
  bestPractices: 100,
  seo: 100,
  largestPaint: 1200,
  layoutShift: 0.01,
};

/** The bars as the table’s readers know them. */
export const barsInWords = `The bars: ${bars.performance} for performance, 100 for the other marks, LCP at most ${bars.largestPaint / 1000} s, CLS at most ${bars.layoutShift}.`;

/** How many bars of all were met by these pages. */
export function barsMet(pages: readonly Marks[]): readonly [met: number, all: number] {
  const missed = pages.reduce((sum, marks) => sum + missedBars(marks).length, 0);
  const all = pages.length * markNames.length;
  return [all - missed, all];
}

/** The median of each mark over several runs; of an even number the lower middle. Throws without a run. */
export function medianOf(runs: readonly Marks[]): Marks {
  const entries = markNames.map((name) => {
    const sorted = runs.map((marks) => marks[name]).sort((a, b) => a - b);
    const middle = sorted[Math.floor((sorted.length - 1) / 2)];
    if (middle === undefined) throw new Error('A median needs at least one run.');
    return [name, middle];
  });
  return Object.fromEntries(entries);
}

/** The marks that miss their bar. */
export function missedBars(marks: Marks): (keyof Marks)[] {
  return markNames.filter((name) =>
    name === 'largestPaint' || name === 'layoutShift' ? marks[name] > bars[name] : marks[name] < bars[name],
  );
}

/** A Markdown table: a line a page, with a cross at what misses its bar. */
export function marksTable(pages: ReadonlyMap<string, Marks>): string {
  const lines = [...pages].map(([page, marks]) => {
    const missed = missedBars(marks);
    const cells = markNames.map(
      (name) => `${written(name, marks[name])}${missed.includes(name) ? ' ✗' : ''}`,
    );
    return `| ${page} | ${cells.join(' | ')} |`;
  });
  return [
    '| Page | Performance | Accessibility | Best practices | SEO | LCP | CLS |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

function written(name: keyof Marks, value: number): string {
  if (name === 'largestPaint') return `${(value / 1000).toFixed(2)} s`;
  return name === 'layoutShift' ? value.toFixed(3) : String(value);
}
