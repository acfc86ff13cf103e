import { spawn, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type BuildAnswer, type BuildOrder, isAnswer } from '../../src/commands/build-orders.ts';
import { lendPictures } from '../../src/commands/build-pages/workshop.ts';

/** What a build said of itself. */
export interface Built {
  /** The pages that were made, each with its reason. */
  readonly made: readonly string[];
  /** True where Astro was started for them. */
  readonly isBundled: boolean;
}

export interface BuildOf {
  readonly content: string;
  readonly outDir: string;
  /** In seconds since 1970. */
  readonly moment: number;
  /** The folder of the project. */
  readonly project?: string;
  readonly words?: readonly string[];
}

/** Builds a site; throws what the build said where it fails. */
export function build({ content, outDir, moment, project = '.', words = [] }: BuildOf): Built {
  lendPictures('content', content, project);
  const command = [join(project, 'src/commands/run.mjs'), 'build', '--why', '--times', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: outDir, SOURCE_DATE_EPOCH: String(moment) },
    maxBuffer: 100_000_000,
  });
  if (status !== 0) throw new Error(stdout + stderr);
  return {
    made: stdout.split('\n').filter((line) => line.startsWith('/')),
    isBundled: /^bundle /m.test(stdout),
  };
}

/** A process that builds whenever it is told to; it ends with the test, unless it has before. */
export function stayingProcess({ content, moment, project = '.' }: Omit<BuildOf, 'outDir' | 'words'>) {
  lendPictures('content', content, project);
  const child = spawn(process.execPath, [join(project, 'src/commands/run.mjs'), 'build', '--stay'], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, CONTENT_DIR: content, SOURCE_DATE_EPOCH: String(moment) },
  });
  let said = '';
  child.stderr?.on('data', (part: Buffer) => {
    said += part;
  });
  const ended = new Promise<undefined>((settle) => child.once('exit', () => settle(undefined)));
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  return {
    child,
    ended,
    said: () => said,
    /** What it answers; undefined where it ends without a word. */
    build(outDir: string): Promise<BuildAnswer | undefined> {
      const answered = new Promise<BuildAnswer>((settle) => {
        child.on('message', (message) => isAnswer(message as object) && settle(message as BuildAnswer));
      });
      child.send({ build: outDir } satisfies BuildOrder);
      return Promise.race([answered, ended]);
    },
  };
}

/** The files that two folders do not have alike. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file));
}

/** A digest of each file of a folder. */
export function digestsOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(folder.length), hash('sha1', readFileSync(file))];
    }),
  );
}
