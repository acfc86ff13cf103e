import { lineOf, partsOf } from './git.ts';
import type { Repository } from './repository.ts';

/** A file that differs between two commits: its blob in each, null where it is not. */
export interface Difference {
  readonly file: string;
  readonly from: string | null;
  readonly to: string | null;
}

export async function differencesBetween(
  { git }: Repository,
  from: string,
  to: string,
): Promise<Difference[]> {
  const parts = partsOf(
    await git(['diff-tree', '-r', '-z', '--raw', '--no-renames', '--full-index', from, to]),
  );
  const found: Difference[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [, before = '', after = ''] = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) /.exec(parts[index] ?? '') ?? [];
    found.push({ file: parts[index + 1] ?? '', from: orNull(before), to: orNull(after) });
  }
  return found;
}

/** The commit from which both grew. */
export async function originOf({ git }: Repository, one: string, other: string): Promise<string> {
  return lineOf(await git(['merge-base', one, other]));
}

/** Who changed a file last in the history of `commit`, and when; undefined where nobody did. */
export async function lastChange(
  { git }: Repository,
  commit: string,
  file: string,
): Promise<{ name: string; at: Date } | undefined> {
  const [name, at] = lineOf(await git(['log', '-1', '--format=%an%x09%aI', commit, '--', file])).split('\t');
  return name && at ? { name, at: new Date(at) } : undefined;
}

function orNull(blob: string): string | null {
  return /^0+$/.test(blob) ? null : blob;
}
