import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { buildSteps } from '../cms/protocol.ts';
import { type BuildAnswer, type BuildOrder, isAnswer } from './build-orders.ts';

export interface Builder {
  /** Builds, or builds once more after the build that runs. */
  readonly request: () => void;
  /** Ends what builds and waits for its end. */
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
 * Builds one site after the other into `folder/1` and `folder/2` by turns, and hands over each that succeeds; the next takes
 * the place of the one before it. One process stays and makes them all, unless the code changes: an edit is live sooner so.
 * It says itself what is wrong with a build that fails, and `report` hears it too.
 */
export function builder(
  folder: string,
  handOver: (built: string) => void,
  report: BuildReport = silent,
): Builder {
  let builds: BuildProcess | undefined;
  let isBusy = false;
  let ended = Promise.resolve();
  let isWanted = false;
  let isStopped = false;
  const [first, second] = [join(folder, '1'), join(folder, '2')];
  let target = first;

  const build = async (): Promise<BuildAnswer> => {
    const former = builds?.isRunning ? await builds.build(target) : undefined;
    if (former || isStopped) return former ?? { mistakes: '' };
    builds = new BuildProcess(report.step);
    return (await builds.build(target)) ?? { mistakes: builds.said };
  };

  const buildWhileWanted = async (): Promise<void> => {
    isBusy = true;
    while (isWanted && !isStopped) {
      await report.begun();
      isWanted = false;
      if (isStopped) break;
      const answer = await build();
      if (isStopped) break;
      if ('mistakes' in answer) {
        report.failed(answer.mistakes);
        continue;
      }
      handOver(target);
      target = target === first ? second : first;
    }
    isBusy = false;
  };

  return {
    request() {
      isWanted = true;
      if (!isBusy) ended = ended.then(buildWhileWanted);
    },
    async stop() {
      isStopped = true;
      await builds?.stop();
      await ended;
    },
  };
}

/** A process that builds when it is told to. A group of its own keeps Ctrl-C away from it: `stop` ends it. */
class BuildProcess {
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;
  readonly #said: Buffer[] = [];
  #answered: (answer: BuildAnswer | undefined) => void = () => undefined;
  isRunning = true;

  constructor(step: BuildReport['step']) {
    this.#child = spawn(process.execPath, [resolve('src/commands/run.mjs'), 'build', '--stay'], {
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      detached: true,
    });
    this.#child.stderr?.on('data', (part: Buffer) => {
      process.stderr.write(part);
      this.#said.push(part);
    });
    this.#child.on('message', (message) => {
      const said = message as BuildAnswer | { buildStep?: BuildStepName };
      if (isAnswer(said)) this.#answered(said);
      else if (said.buildStep) step(said.buildStep);
    });
    this.#closed = new Promise<void>((closed) => {
      const end = (): void => {
        this.isRunning = false;
        this.#answered(undefined);
        closed();
      };
      this.#child.once('error', (error) => {
        this.#said.push(Buffer.from(error.message));
        end();
      });
      this.#child.once('close', end);
    });
  }

  /** What it has said of what went wrong since it was last told to build. */
  get said(): string {
    return Buffer.concat(this.#said).toString().trim();
  }

  /** Builds into `folder`; what it answered, undefined where it ended without an answer. */
  build(folder: string): Promise<BuildAnswer | undefined> {
    this.#said.length = 0;
    return new Promise((answered) => {
      this.#answered = answered;
      // One that is just ending hears nothing any more.
      this.#child.send({ build: folder } satisfies BuildOrder, () => undefined);
    });
  }

  async stop(): Promise<void> {
    if (this.isRunning) this.#child.kill('SIGTERM');
    await this.#closed;
  }
}
