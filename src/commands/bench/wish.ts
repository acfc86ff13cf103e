import { parseArgs } from 'node:util';
import { peers } from './systems.ts';

export const usage = `Usage: npm run bench -- [options]
  --pages 1000,4000,10000   sizes: entries × languages
  --rounds 3                each measures every system once
  --only ours,hugo          these alone: ours, ${peers.map(({ name }) => name).join(', ')}
  --into bench/results      where the tables and the chart are written
  --fresh                   forgets what an earlier bench of this commit measured
  --report                  measures nothing: writes again what was measured`;

/** What the bench is asked to do. */
export interface Wish {
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly only: readonly string[];
  readonly into: string;
  readonly isFresh: boolean;
  readonly isReport: boolean;
}

/** The wish in the words of the command; undefined where they say none. */
export function wishOf(words: readonly string[]): Wish | undefined {
  const names = ['ours', ...peers.map(({ name }) => name)];
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { pages: text, rounds: text, only: text, into: text, fresh: flag, report: flag },
    });
    const sizes = (values.pages ?? '1000,4000,10000').split(',').map(Number);
    const rounds = Number(values.rounds ?? 3);
    const only = values.only?.split(',') ?? names;
    if (sizes.some((size) => !Number.isInteger(size) || size < 1)) return undefined;
    if (!Number.isInteger(rounds) || rounds < 1 || only.some((name) => !names.includes(name)))
      return undefined;
    return {
      sizes: sizes.sort((a, b) => a - b),
      rounds,
      only,
      into: values.into ?? 'bench/results',
      isFresh: values.fresh,
      isReport: values.report,
    };
  } catch {
    return undefined;
  }
}
