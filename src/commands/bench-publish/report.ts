import { arch, availableParallelism, platform } from 'node:os';

/** Seconds since “Publish” was pressed. */
export interface Times {
  /** The server has answered. */
  readonly answered: number;
  /** The build that holds the publication has begun. */
  readonly begun: number;
  /** Its pages are being written. */
  readonly pages: number;
  readonly search: number;
  /** The page answers under its address. */
  readonly live: number;
}

export interface Run extends Times {
  readonly kind: string;
}

const moments = ['answered', 'begun', 'pages', 'search', 'live'] as const;

/** The median of each moment, by kind of publication, as Markdown. */
export function runsTable(runs: readonly Run[]): string {
  const rows = [...Map.groupBy(runs, ({ kind }) => kind)].map(([kind, measured]) => {
    const cells = moments.map((moment) => median(measured.map((run) => run[moment])).toFixed(1));
    return `| ${kind} | ${measured.length} | ${cells.join(' | ')} |`;
  });
  return [
    `Medians, in seconds since “Publish” was pressed. Node ${process.versions.node}, ${platform()} ${arch()}, ${availableParallelism()} cores.`,
    '',
    '| published | times | answered | build begins | pages | search | live |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return (low + high) / 2;
}
