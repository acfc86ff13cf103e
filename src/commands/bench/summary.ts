import type { Step } from './measure.ts';
import type { Phase, Run } from './runs.ts';
import { median, rangeOf } from './statistics.ts';

/** A system at a size: the medians over its rounds. */
export interface Summary {
  readonly system: string;
  readonly size: number;
  readonly pages: number;
  readonly rounds: number;
  /** Seconds of each phase, search included. */
  readonly seconds: Readonly<Record<'full' | 'warm' | 'edit', number>>;
  readonly ranges: Readonly<Record<'full' | 'warm' | 'edit', readonly [number, number]>>;
  /** Seconds after an edit in a new process, where the `edit` is one that stays. */
  readonly newProcess: number | undefined;
  /** Seconds of a full build before the search begins; undefined where both are one. */
  readonly pagesOnly: number | undefined;
  /** The highest memory of the full builds, in bytes. */
  readonly peakBytes: number | undefined;
  /** The time that processors worked for a full build. */
  readonly processorSeconds: number | undefined;
  /** The parts of a full build and of one after an edit. */
  readonly steps: Readonly<Record<'full' | 'edit', readonly Step[]>>;
  readonly firstSeconds: number | undefined;
  readonly bytes: number;
  readonly files: number;
  readonly htmlFiles: number;
}

/** The medians of the runs of each system at each size, sizes from the smallest. */
export function summariesOf(runs: readonly Run[]): Summary[] {
  const groups = Map.groupBy(runs, ({ system, size }) => `${size} ${system}`);
  return [...groups.values()].map(summaryOf).sort((a, b) => a.size - b.size);
}

function summaryOf(runs: readonly Run[]): Summary {
  const [first] = runs as [Run, ...Run[]];
  const seconds = (phase: Phase) => runs.flatMap((run) => run.phases[phase]?.seconds ?? []);
  const steps = (phase: Phase) => stepMedians(runs.map((run) => run.phases[phase]?.steps ?? []));
  const full = steps('full');
  const search = full.findIndex(({ name }) => name === 'search');
  const peaks = runs.flatMap((run) => run.phases.full?.peakBytes ?? []);
  const worked = runs.flatMap((run) => run.phases.full?.processorSeconds ?? []);
  const { system, size, pages, bytes, files, htmlFiles } = first;
  return {
    ...{ system, size, pages, bytes, files, htmlFiles, rounds: runs.length },
    seconds: {
      full: median(seconds('full')),
      warm: median(seconds('warm')),
      edit: median(seconds('edit')),
    },
    ranges: {
      full: rangeOf(seconds('full')),
      warm: rangeOf(seconds('warm')),
      edit: rangeOf(seconds('edit')),
    },
    newProcess: seconds('newProcess').length > 0 ? median(seconds('newProcess')) : undefined,
    pagesOnly: search > 0 ? full.slice(0, search).reduce((sum, step) => sum + step.seconds, 0) : undefined,
    firstSeconds: runs.find(({ firstSeconds }) => firstSeconds !== undefined)?.firstSeconds,
    peakBytes: peaks.length > 0 ? median(peaks) : undefined,
    processorSeconds: worked.length > 0 ? median(worked) : undefined,
    steps: { full, edit: steps('edit') },
  };
}

/** The median of each step that every run tells of, in their order. */
function stepMedians(runs: readonly (readonly Step[])[]): Step[] {
  return (runs[0] ?? []).map(({ name }, at) => ({
    name,
    seconds: median(runs.flatMap((steps) => steps[at]?.seconds ?? [])),
  }));
}
