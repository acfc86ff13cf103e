import { spawn } from 'node:child_process';
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

function measureOne({ program, words, folder, environment, step }: Command): Promise<Measured> {
  const begin = performance.now();
  const moments: { name: string; at: number }[] = [{ name: step, at: begin }];
  const child = spawn(program, words, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...environment },
  });
  const needed = watchProcesses(child.pid ?? 0);
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
  return new Promise((settle, fail) => {
    const end = (code: number | null, reason?: string) => {
      const over = performance.now();
      const watched = needed();
      const text = said.join('').trim().split('\n').slice(-30).join('\n');
      if (code !== 0)
        return fail(
          new CommandFailed(`${program} ${words.join(' ')} failed in ${folder}:\n${reason ?? text}`),
        );
      settle({ seconds: (over - begin) / 1000, ...watched, steps: stepsOf(moments, over) });
    };
    child.once('error', (error) => end(1, error.message));
    child.once('close', (code) => end(code));
  });
}

/** From the moments at which steps began to how long each took. */
export function stepsOf(moments: readonly { name: string; at: number }[], over: number): Step[] {
  return moments.map(({ name, at }, index) => ({
    name,
    seconds: ((moments[index + 1]?.at ?? over) - at) / 1000,
  }));
}
