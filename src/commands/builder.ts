import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export interface Builder {
  /** Builds, or builds once more after the build that runs. */
  readonly request: () => void;
  /** Ends the build that runs and waits for its end. */
  readonly stop: () => Promise<void>;
}

/**
 * Builds one site after the other, each in a process of its own, into `folder/1`, `folder/2`, …, and hands over each
 * that succeeds; the one before is then removed. The build itself says what is wrong with one that fails.
 */
export function builder(folder: string, handOver: (built: string) => void): Builder {
  let running: ChildProcess | undefined;
  let ended = Promise.resolve();
  let isWanted = false;
  let isStopped = false;
  let number = 0;
  let current: string | undefined;

  const buildWhileWanted = async (): Promise<void> => {
    while (isWanted && !isStopped) {
      isWanted = false;
      const target = join(folder, String(++number));
      running = startBuild(target);
      const succeeded = await hasSucceeded(running);
      running = undefined;
      if (!succeeded || isStopped) continue;
      handOver(target);
      if (current) await rm(current, { recursive: true, force: true });
      current = target;
    }
  };

  return {
    request() {
      isWanted = true;
      if (!running) ended = ended.then(buildWhileWanted);
    },
    async stop() {
      isStopped = true;
      running?.kill('SIGTERM');
      await ended;
    },
  };
}

/** A process group of its own keeps Ctrl-C away from the build: `stop` ends it. */
function startBuild(target: string): ChildProcess {
  return spawn(process.execPath, [resolve('src/commands/run.mjs'), 'build'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, OUT_DIR: target },
    detached: true,
  });
}

function hasSucceeded(child: ChildProcess): Promise<boolean> {
  return new Promise((settle) => {
    child.once('error', () => settle(false));
    child.once('close', (code) => settle(code === 0));
  });
}
