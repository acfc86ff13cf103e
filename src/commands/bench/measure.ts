import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { type Needed, watchProcesses } from './process-watch.ts';

/** A program to run, and in which folder. */
export interface Command {
  readonly program: string;
  readonly words: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What it does; where it tells of steps, they are named in the place of this. */
  readonly step: string;
}

/** A part of the work and how long it took. */
export interface Step {
  readonly name: string;
  readonly seconds: number;
}

export interface Measured extends Needed {
  readonly seconds: number;
  /** The parts of the work, in their order; together they are the whole. */
  readonly steps: readonly Step[];
}

/** What a program says when it fails. */
export class CommandFailed extends Error {}

/** Runs commands one after the other. Throws `CommandFailed`, with the end of what was said, where one fails. */
export async function measure(commands: readonly Command[]): Promise<Measured> {
  const measured: Measured[] = [];
  for (const command of commands) measured.push(await measureOne(command));
  const known = (values: readonly (number | undefined)[]) => values.filter((value) => value !== undefined);
  const peaks = known(measured.map(({ peakBytes }) => peakBytes));
  const worked = known(measured.map(({ processorSeconds }) => processorSeconds));
  return {
    seconds: measured.reduce((sum, { seconds }) => sum + seconds, 0),
    peakBytes: peaks.length > 0 ? Math.max(...peaks) : undefined,
    processorSeconds: worked.length > 0 ? worked.reduce((sum, one) => sum + one, 0) : undefined,
    steps: measured.flatMap(({ steps }) => steps),
  };
}

async function measureOne(command: Command): Promise<Measured> {
  const begun = begin(command);
  const { code, said } = await begun.ended;
  if (code !== 0) throw failed(command, said);
  return begun.measured();
}

/** What is told to a process that stays, and whether what it says is the answer. */
export interface Order {
  readonly message: object;
  readonly isAnswer: (message: object) => boolean;
}

/**
 * Gives an order to a process that stays, then once more after each of `edits`, which come when it has nothing to do; how long
 * these took. Throws `CommandFailed` where it ends before.
 */
export async function measureAgain(
  command: Command,
  { message, isAnswer }: Order,
  edits: readonly (() => Promise<void>)[],
): Promise<Measured[]> {
  const begun = begin(command);
  const follow = async (): Promise<void> => {
    const answered = new Promise<undefined>((settle) => {
      begun.child.on('message', (said) => isAnswer(said as object) && settle(undefined));
    });
    begun.child.send(message);
    const end = await Promise.race([answered, begun.ended]);
    if (end) throw failed(command, end.said);
  };
  const measured: Measured[] = [];
  try {
    await follow();
    for (const edit of edits) {
      await wait(pause);
      await edit();
      begun.restart();
      await follow();
      measured.push(begun.measured());
    }
    return measured;
  } finally {
    begun.child.kill();
    await begun.ended;
  }
}

/** Milliseconds between two edits: nobody makes one in less. */
const pause = 5000;

/** Starts a command and watches it. */
function begin({ program, words, folder, environment, step }: Command) {
  const child = spawn(program, words, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...environment },
  });
  const watch = () => ({
    needed: watchProcesses(child.pid ?? 0),
    moments: [{ name: step, at: performance.now() }],
  });
  let { needed, moments } = watch();
  const said: string[] = [];
  const hear = (part: Buffer) => {
    said.push(part.toString());
    if (said.length > 200) said.splice(0, 100);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  child.on('message', (message) => {
    const { buildPhase } = message as { buildPhase?: string };
    if (buildPhase) moments.push({ name: buildPhase, at: performance.now() });
  });
  const ended = new Promise<{ code: number | null; said: string }>((settle) => {
    const end = (code: number | null, reason?: string) => {
      needed();
      settle({ code, said: reason ?? said.join('').trim().split('\n').slice(-30).join('\n') });
    };
    child.once('error', (error) => end(1, error.message));
    child.once('close', (code) => end(code));
  });
  return {
    child,
    ended,
    restart(): void {
      needed();
      ({ needed, moments } = watch());
    },
    /** Until now. */
    measured(): Measured {
      const over = performance.now();
      const begin = moments[0]?.at ?? over;
      return { seconds: (over - begin) / 1000, ...needed(), steps: stepsOf(moments, over) };
    },
  };
}

function failed({ program, words, folder }: Command, said: string): CommandFailed {
  return new CommandFailed(`${program} ${words.join(' ')} failed in ${folder}:\n${said}`);
}

/** From the moments at which steps began to how long each took. */
export function stepsOf(moments: readonly { name: string; at: number }[], over: number): Step[] {
  return moments.map(({ name, at }, index) => ({
    name,
    seconds: ((moments[index + 1]?.at ?? over) - at) / 1000,
  }));
}
