import { on } from 'node:events';
import { freeHeap, growHeapsFreely } from '../heap.ts';
import type { BuildAnswer, BuildOrder } from './build-orders.ts';
import { type BuildMemory, NeedsNewProcess } from './build-site.ts';
import { contentMistakesIn, explain } from './explain.ts';

/** Builds into a folder; `live` hears when the site lies there. Throws what is wrong. */
export type Build = (outDir: string, live: () => void, memory?: BuildMemory) => Promise<void>;

/** The site lies in its place, but not all that the next build needs to know could be written down. */
export class NotKept extends Error {}

/** Said after a build that failed. */
export const notBuilt = 'The site was not built; the output is as it was.';

/** What went wrong with a build, and what has become of the site. */
export function failureOf(error: unknown): string {
  return error instanceof NotKept
    ? `${explain(error.cause)}\nThe site is built and in its place. What the next build would have gone on from could not be kept: it will make more pages anew.`
    : `${explain(error)}\n${notBuilt}`;
}

/**
 * Builds each time that this process is told to, with all that it has in memory of the build before, and reads what the
 * next one will ask for before it comes. Ends the process where another one has to build, and when whoever tells it is gone.
 */
export async function buildWhenTold(build: Build): Promise<never> {
  const memory: BuildMemory = {};
  const answer = (said: BuildAnswer): void => void process.send?.(said);
  process.once('disconnect', () => process.exit());
  for await (const [order] of on(process, 'message')) {
    try {
      await build((order as BuildOrder).build, () => answer({ isBuilt: true }), memory);
    } catch (error) {
      if (error instanceof NeedsNewProcess) process.exit();
      const mistakes = failureOf(error);
      console.error(mistakes);
      // What other failures leave in memory nobody knows.
      if (!contentMistakesIn(error)) process.exit(1);
      answer({ mistakes });
    }
    memory.search?.readAgain();
    growHeapsFreely();
    freeHeap();
  }
  return process.exit();
}
