import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
