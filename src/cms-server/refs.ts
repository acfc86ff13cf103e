import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GitFailed, lineOf } from './git.ts';
import type { Repository } from './repository.ts';

/** A ref to be moved: from the commit it must have (null: none) to the one it gets (null: none). */
export interface Move {
  readonly ref: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** A ref was not where it had to be: somebody else was faster, and nothing was changed. */
export class Moved extends Error {
  override readonly name = 'Moved';
}

export async function commitOf({ git }: Repository, ref: string): Promise<string | null> {
  return git(['rev-parse', '-q', '--verify', `${ref}^{commit}`]).then(lineOf, () => null);
}

/** How many commits lead to `commit`, along the branch: more with each publication. */
export async function revisionOf({ git }: Repository, commit: string): Promise<number> {
  return Number(lineOf(await git(['rev-list', '--count', '--first-parent', commit])));
}

/** Moves the refs, all or none. Throws `Moved` where one of them was not where it had to be. */
export async function moveRefs(repository: Repository, moves: readonly Move[], why: string): Promise<void> {
  const lines = moves.map(({ ref, from, to }) => {
    if (from === null) return `create ${ref}\0${to}\0`;
    return to === null ? `delete ${ref}\0${from}\0` : `update ${ref}\0${to}\0${from}\0`;
  });
  const input = ['start\0', ...lines, 'prepare\0', 'commit\0'].join('');
  for (let attempt = 1; ; attempt++) {
    try {
      await repository.git(['update-ref', '--no-deref', '-m', why, '-z', '--stdin'], { input });
      return;
    } catch (error) {
      if (!(error instanceof GitFailed)) throw error;
      const present = await Promise.all(moves.map(({ ref }) => commitOf(repository, ref)));
      if (present.some((commit, index) => commit !== moves[index]?.from)) throw new Moved(error.message);
      if (attempt > 5) throw error;
      await dropDeadLocks(
        repository,
        moves.map(({ ref }) => ref),
      );
    }
  }
}

/**
 * Removes the locks that a killed git left on the refs. A git that lives holds such a lock for milliseconds: one that
 * is the same after half a second belongs to nobody.
 */
export async function dropDeadLocks({ gitDir }: Repository, refs: readonly string[]): Promise<void> {
  const locks = [...refs, 'packed-refs', 'HEAD'].map((name) => join(gitDir, `${name}.lock`));
  const before = await Promise.all(locks.map(traceOf));
  if (before.every((trace) => trace === undefined)) return;
  await pause(500);
  for (const [index, lock] of locks.entries()) {
    if (before[index] !== undefined && (await traceOf(lock)) === before[index])
      await rm(lock, { force: true });
  }
}

/** All locks below the drafts, for the start of the server. */
export async function lockedDrafts({ gitDir }: Repository, folder: string): Promise<string[]> {
  const names = await readdir(join(gitDir, folder), { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith('.lock')).map((name) => `${folder}/${name.slice(0, -5)}`);
}

async function traceOf(file: string): Promise<string | undefined> {
  const facts = await stat(file).catch(() => undefined);
  const content = facts && (await readFile(file, 'utf8').catch(() => ''));
  return facts && `${facts.ino} ${facts.mtimeMs} ${content}`;
}
