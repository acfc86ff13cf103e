import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { growHeapsBy } from '../../heap.ts';
import type { BodiesPlace } from '../../loader/kept-bodies.ts';
import type { Site } from '../../site.ts';
import type { KeptFolders } from '../../traces/kept-folders.ts';
import { pagesFor, type SharedPages, sharePages, stopSharing } from './shared-pages.ts';
import type { Traces } from './traces.ts';

/** What a thread has to know to make pages as this one does. */
export interface ThreadTask {
  /** The folder of the app that renders, kept. */
  readonly app: string;
  /** The file with what was read of the content. */
  readonly content: string;
  readonly bodies: BodiesPlace;
  readonly site: Pick<Site, 'address' | 'basePath'>;
  /** Of the pages. */
  readonly folder: string;
  readonly kept: KeptFolders;
}

/** The same with what falls to it. */
export interface ThreadShare extends ThreadTask {
  readonly pages: SharedPages;
  readonly number: number;
  readonly threads: number;
}

/** Below so many pages to a thread, what it takes to start one is more than it saves; below the second number nobody gets one who asks for it. */
const [pagesWorthAThread, fewestAThread] = [10_000, 400];

/** How many threads make so many pages, unless somebody says how many there may be: each needs memory of its own, and is slow at first. */
export function threadsFor(pages: number, most?: number): number {
  const worthIt = Math.floor(pages / (most === undefined ? pagesWorthAThread : fewestAThread));
  return Math.max(1, Math.min(most ?? Math.min(4, availableParallelism()), worthIt));
}

/**
 * Has so many threads make the pages of `addresses`; `makeHere` makes those that fall to this one. What those of each were made
 * of. Rejects with what went wrong in one.
 */
export async function makeInThreads(
  task: ThreadTask,
  addresses: readonly string[],
  threads: number,
  makeHere: (addresses: Iterable<string>) => Promise<Traces>,
): Promise<readonly Traces[]> {
  growHeapsBy(40);
  const pages = sharePages(addresses);
  const others = Array.from({ length: threads - 1 }, (_, at) =>
    startThread({ ...task, pages, number: at + 1, threads }),
  );
  const own = makeHere(pagesFor(pages, 0, threads));
  try {
    return await Promise.all([own, ...others.map(({ done }) => done)]);
  } finally {
    stopSharing(pages);
    for (const { thread } of others) await thread.terminate();
    // Where another thread failed, this one still makes its last page.
    await own.catch(() => undefined);
  }
}

function startThread(share: ThreadShare): { thread: Worker; done: Promise<Traces> } {
  const thread = new Worker(new URL('./page-thread.ts', import.meta.url), { workerData: share });
  const done = new Promise<Traces>((settle, fail) => {
    thread.once('message', settle);
    thread.once('error', fail);
    thread.once('exit', () => fail(new Error('A thread ended before its pages were made.')));
  });
  return { thread, done };
}
