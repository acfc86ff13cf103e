import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { buildSteps } from '../cms/protocol.ts';

export interface Builder {
  /** Builds, or builds once more after the build that runs. */
  readonly request: () => void;
  /** Ends the build that runs and waits for its end. */
  readonly stop: () => Promise<void>;
}

type BuildStepName = (typeof buildSteps)[number];

/** What happens to a build; `mistakes` is what it said. */
export interface BuildReport {
  /** The build waits for it. */
  readonly begun: () => Promise<void>;
  readonly step: (name: BuildStepName) => void;
  readonly failed: (mistakes: string) => void;
}

const silent: BuildReport = {
  begun: async () => undefined,
  step: () => undefined,
  failed: () => undefined,
};

/**
 * Builds one site after the other, each in a process of its own, into `folder/1` and `folder/2` by turns, and hands over
 * each that succeeds; the next takes the place of the one before it. The build itself says what is wrong with one that fails, and `report`
 * hears it too.
 */
export function builder(
  folder: string,
  handOver: (built: string) => void,
  report: BuildReport = silent,
): Builder {
  let running: ChildProcess | undefined;
  let ended = Promise.resolve();
  let isWanted = false;
  let isStopped = false;
  const [first, second] = [join(folder, '1'), join(folder, '2')];
  let target = first;

  const buildWhileWanted = async (): Promise<void> => {
    while (isWanted && !isStopped) {
      await report.begun();
      isWanted = false;
      if (isStopped) break;
      running = startBuild(target);
      const mistakes = await outcomeOf(running, report.step);
      running = undefined;
      if (isStopped) continue;
      if (mistakes !== undefined) {
        report.failed(mistakes);
        continue;
      }
      handOver(target);
      target = target === first ? second : first;
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
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: { ...process.env, OUT_DIR: target },
    detached: true,
  });
}

/** What a build that failed has said; undefined for one that succeeded. */
function outcomeOf(child: ChildProcess, step: BuildReport['step']): Promise<string | undefined> {
  const said: Buffer[] = [];
  child.stderr?.on('data', (part: Buffer) => {
    process.stderr.write(part);
    said.push(part);
  });
  child.on('message', (message) => {
    const { buildStep } = message as { buildStep?: BuildStepName };
    if (buildStep) step(buildStep);
  });
  return new Promise((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('close', (code) => settle(code === 0 ? undefined : Buffer.concat(said).toString().trim()));
  });
}
