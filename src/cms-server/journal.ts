import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning } from '../processes.ts';
import { dropHalfWritten, isCheckedOut, type Refresh, refreshCheckout } from './checkout.ts';
import { type Git, GitFailed } from './git.ts';
import { workshopOf } from './objects.ts';
import { commitOf, dropDeadLocks, lockedDrafts, type Move, moveRefs } from './refs.ts';
import type { Repository } from './repository.ts';

/** What is about to be published, written down before the branch moves: whoever finds it can finish the work. */
interface Intent {
  readonly moves: readonly Move[];
  readonly refresh: readonly (readonly [
    string,
    { readonly from: string | null; readonly to: string | null },
  ])[];
}

/**
 * Publishes: moves the refs and brings the checkout up to date. A server that is killed in between leaves its intent
 * behind, and `recover` does the rest. Throws `Moved` where a ref was not where it had to be; then nothing was changed.
 */
export async function publishMoves(
  repository: Repository,
  moves: readonly Move[],
  refresh: Refresh,
  why: string,
): Promise<void> {
  const file = await writeIntent(repository, { moves, refresh: [...refresh] });
  try {
    await moveRefs(repository, moves, why);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  await finish(repository, file, refresh);
}

/** Finishes what killed servers have begun, as far as it can be: before each work, and when the server starts. */
export async function recover(repository: Repository): Promise<void> {
  for (const name of await leftIn(repository)) {
    const file = join(workshopOf(repository.gitDir), name);
    if (name.endsWith('.json')) await recoverIntent(repository, file);
    else await rm(file, { recursive: true, force: true });
  }
}

/** When the server starts nobody else moves drafts: their locks, and that of the published branch, may be dead. */
export async function recoverAtStart(repository: Repository): Promise<void> {
  const drafts = await lockedDrafts(repository, 'refs/heads/cms');
  await dropDeadLocks(repository, [repository.published, ...drafts]);
  await recover(repository);
}

async function recoverIntent(repository: Repository, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const intent = intentIn(text);
  if (!intent) {
    await rm(file, { force: true });
    return;
  }
  const { moves, refresh } = intent;
  await dropDeadLocks(
    repository,
    moves.map(({ ref }) => ref),
  );
  if (!(await wasPublished(repository.git, moves))) {
    await rm(file, { force: true });
    return;
  }
  for (const { ref, from, to } of moves.slice(1)) {
    if ((await commitOf(repository, ref)) === from)
      await moveRefs(repository, [{ ref, from, to }], 'recovered');
  }
  await dropDeadIndexLock(repository, (await stat(file)).mtimeMs);
  await finish(repository, file, new Map(refresh));
}

/** Undefined for a file that a power cut has left empty or cut short: it was never whole on the disk, so no ref has moved. */
function intentIn(text: string): Intent | undefined {
  try {
    return JSON.parse(text) as Intent;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The first move is that of the published branch: it counts as done when the branch holds the commit. */
async function wasPublished(git: Git, [first]: readonly Move[]): Promise<boolean> {
  if (!first?.to) return false;
  return git(['merge-base', '--is-ancestor', first.to, first.ref]).then(
    () => true,
    () => false,
  );
}

/** The intent stays where a developer’s git holds the index: the next work tries again. */
async function finish(repository: Repository, file: string, refresh: Refresh): Promise<void> {
  try {
    if (await isCheckedOut(repository)) await refreshCheckout(repository, refresh);
    await dropHalfWritten(repository, [...refresh.keys()]);
    await rm(file, { force: true });
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
  }
}

/**
 * A killed server’s git may have left the lock of the index, taken right after the intent was written at `begun`. Locks
 * of another time belong to a developer, who may hold one for minutes while writing a commit’s message.
 */
async function dropDeadIndexLock({ git, root }: Repository, begun: number): Promise<void> {
  const name = (await git(['rev-parse', '--git-path', 'index'])).toString().trim();
  const lock = resolve(root, `${name}.lock`);
  const taken = (await stat(lock).catch(() => undefined))?.mtimeMs;
  if (taken === undefined || taken < begun || taken > begun + 3000) return;
  await pause(500);
  if ((await stat(lock).catch(() => undefined))?.mtimeMs === taken) await rm(lock, { force: true });
}

async function writeIntent({ gitDir }: Repository, intent: Intent): Promise<string> {
  const folder = workshopOf(gitDir);
  await mkdir(folder, { recursive: true });
  const file = join(folder, `intent-${process.pid}-${crypto.randomUUID()}.json`);
  const part = await open(`${file}.part`, 'w');
  try {
    await part.writeFile(JSON.stringify(intent));
    await part.sync();
  } finally {
    await part.close();
  }
  await rename(`${file}.part`, file);
  await syncFolder(folder);
  return file;
}

/** Has the names in a folder on the disk, where the system can do that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** What a server left here that no longer runs, or this one; the number of a process may have a new owner after a while. */
async function leftIn({ gitDir }: Repository): Promise<string[]> {
  const folder = workshopOf(gitDir);
  const names = await readdir(folder).catch(() => []);
  const left = await Promise.all(
    names.map(async (name) => {
      const owner = Number(/-(\d+)-/.exec(name)?.[1]);
      if (owner === process.pid || !isRunning(owner)) return true;
      const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }));
      return Date.now() - mtimeMs > 60_000;
    }),
  );
  return names.filter((_, index) => left[index]);
}
