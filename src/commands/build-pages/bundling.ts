import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What has to be bundled, and where it goes. */
export interface BundleTask {
  /** The folder of the app that renders pages. */
  readonly app: string;
  /** The folder of the site. */
  readonly folder: string;
  /** Where Astro keeps what it may use again. */
  readonly store: string;
  /** What lies in the folder of the site and stays: files of pages, and those made of them. */
  readonly pages: readonly string[];
}

/** A process that bundles. */
export interface Bundling {
  /** Rejects where it could not; what is wrong with the code then stands on the error output. */
  readonly done: Promise<void>;
  /** Ends it, if it has not ended, and waits for its end. */
  readonly stop: () => Promise<void>;
}

/** Has a process of its own bundle the code. */
export function bundleInProcess(task: BundleTask): Bundling {
  const child = fork(fileURLToPath(new URL('./bundle-app.ts', import.meta.url)), { execArgv: [] });
  const ended = once(child, 'exit');
  child.send(task);
  const done = ended.then(([code]) => {
    if (code !== 0) throw new Error('The code could not be bundled.');
  });
  // Whoever waits for it later hears of it then.
  done.catch(() => undefined);
  return {
    done,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
