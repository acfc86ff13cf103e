import { on } from 'node:events';
import type { BuildAnswer, BuildOrder } from './build-orders.ts';
import { freeHeap, growHeapsFreely } from './build-pages/heap.ts';
import { type BuildMemory, NeedsNewProcess } from './build-site.ts';
import { contentMistakesIn, explain } from './explain.ts';

/** Builds into a folder; `live` hears when the site lies there. Throws what is wrong. */
export type Build = (outDir: string, live: () => void, memory?: BuildMemory) => Promise<void>;

/** Said after a build that failed. */
export const notBuilt = 'The site was not built; the output is as it was.';

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
      const mistakes = `${explain(error)}\n${notBuilt}`;
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
