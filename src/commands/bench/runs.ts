import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FirstView } from './first-views.ts';
import type { Measured } from './measure.ts';

/**
 * What is measured of a system in each round. `edit` is the way by which it is live first; where that is a process that stays, a
 * `newProcess` is measured too.
 */
export const phases = ['full', 'warm', 'edit', 'newProcess'] as const;

export type Phase = (typeof phases)[number];

/** One round of one system at one size. */
export interface Run {
  readonly system: string;
  /** The size that was asked for, and the pages there really were: entries × languages. */
  readonly size: number;
  readonly pages: number;
  readonly round: number;
  readonly phases: Readonly<Partial<Record<Phase, Measured>>>;
  /** Bytes and files of the output. */
  readonly bytes: number;
  readonly files: number;
  readonly htmlFiles: number;
  /** In the first round, where there is a browser. */
  readonly views?: readonly FirstView[];
  /** How many processes wanted a processor before the round; on a quiet machine next to none. */
  readonly load?: number;
  /** In the first round: seconds of the first build ever, where that makes more than a full one. */
  readonly firstSeconds?: number;
}

/** A system that failed at a size: it is named, and not tried again there. */
export interface Failure {
  readonly system: string;
  readonly size: number;
  readonly failure: string;
}

/** What was measured, written down line by line, so that a bench that was stopped goes on where it was. */
export class RunBook {
  readonly #file: string;
  runs: Run[] = [];
  failures: Failure[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  /** Reads what an earlier bench wrote down; `isFresh` forgets it. */
  async open(isFresh: boolean): Promise<void> {
    await mkdir(dirname(this.#file), { recursive: true });
    if (isFresh) await rm(this.#file, { force: true });
    const text = await readFile(this.#file, 'utf8').catch(() => '');
    for (const line of text.split('\n').filter(Boolean)) this.#take(JSON.parse(line) as Run | Failure);
  }

  async add(entry: Run | Failure): Promise<void> {
    this.#take(entry);
    await appendFile(this.#file, `${JSON.stringify(entry)}\n`);
  }

  /** True where there is nothing left to measure of this. */
  has(system: string, size: number, round: number): boolean {
    const same = (entry: Run | Failure) => entry.system === system && entry.size === size;
    return this.failures.some(same) || this.runs.some((run) => same(run) && run.round === round);
  }

  #take(entry: Run | Failure): void {
    if ('failure' in entry) this.failures.push(entry);
    else this.runs.push(entry);
  }
}
