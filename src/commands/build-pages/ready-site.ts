import { Worker } from 'node:worker_threads';

/** What a thread readies a site of. */
export interface SiteToReady {
  /** Where the pages of the last build lie. */
  readonly folder: string;
  /** Their files. */
  readonly files: readonly string[];
  /** The site that the last one has replaced, if there is one. */
  readonly spare: string;
  /** The folders in it that somebody else lays there. */
  readonly others: readonly string[];
}

/** What the thread says, one after the other. */
export type Said = { readonly lost: string | undefined } | { readonly isReady: boolean };

/** The former pages on their way into a site: most files of the next are theirs. */
export interface ReadySite {
  /** A file of the former pages that is missing; undefined where none is. */
  readonly lost: Promise<string | undefined>;
  /** True once the spare site holds the files of their folder, which must stay as it is until then; false where there is none. */
  readonly isReady: Promise<boolean>;
  readonly stop: () => Promise<void>;
}

/** Has a thread ready a site while this one reads and compares: it takes thousands of turns to the disk. */
export function readySite(task: SiteToReady): ReadySite {
  const thread = new Worker(new URL('./ready-thread.ts', import.meta.url), { workerData: task });
  const [lost, isReady] = [Promise.withResolvers<string | undefined>(), Promise.withResolvers<boolean>()];
  const fail = (error: unknown) => {
    lost.reject(error);
    isReady.reject(error);
  };
  thread.on('message', (said: Said) =>
    'lost' in said ? lost.resolve(said.lost) : isReady.resolve(said.isReady),
  );
  thread.once('error', fail);
  thread.once('exit', () => fail(new Error('A thread ended before the site was ready.')));
  // Whoever waits for them later hears of it then.
  for (const { promise } of [lost, isReady]) promise.catch(() => undefined);
  return {
    lost: lost.promise,
    isReady: isReady.promise,
    stop: async () => {
      await thread.terminate();
    },
  };
}
