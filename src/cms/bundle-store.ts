import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { filesAt } from '../files-at.ts';
import { isRunning } from '../processes.ts';

/**
 * The places of files that a bundle is made from: a bundle is made again when one of them has changed. Those of a project, by
 * their names in it: a copy of the project may have a copy of the store.
 */
export type Sources = readonly string[];

/**
 * The folder with the bundle `name` of these sources: from the store, or made now by `make`. Of each name the few that were
 * used last are kept, since builds of two states may run side by side.
 */
export async function storedBundle(
  name: string,
  sources: Sources,
  make: (folder: string) => Promise<void>,
  store = resolve('.build/editor'),
): Promise<string> {
  const folder = join(store, `${name}-${digestOf(sources)}`);
  if ((await readdir(folder).catch(() => [])).length > 0) {
    await utimes(folder, new Date(), new Date());
    return folder;
  }
  const made = `${folder}.next-${process.pid}`;
  await rm(made, { recursive: true, force: true });
  await mkdir(store, { recursive: true });
  await make(made);
  // Another build may have put it there meanwhile: theirs is the same.
  await rename(made, folder).catch(() => rm(made, { recursive: true, force: true }));
  await removeOld(store, name, folder);
  return folder;
}

function digestOf(sources: Sources): string {
  const digest = createHash('sha256');
  for (const source of sources) {
    for (const file of filesAt(source)) digest.update(`\0${file}\0`).update(readFileSync(file));
  }
  return digest.digest('hex').slice(0, 12);
}

/** Bundles that others have followed, and what builds that were killed had begun. */
async function removeOld(store: string, name: string, kept: string): Promise<void> {
  const names = (await readdir(store)).filter((other) => other.startsWith(`${name}-`));
  const begun = names.filter((other) => {
    const owner = /\.next-(\d+)$/.exec(other)?.[1];
    return owner !== undefined && !isRunning(Number(owner));
  });
  const whole = names.map((other) => join(store, other)).filter((folder) => !/\.next-\d+$/.test(folder));
  const used = await Promise.all(whole.map(async (folder) => [folder, await usedAt(folder)] as const));
  const former = used.filter(([folder]) => folder !== kept).toSorted(([, one], [, other]) => other - one);
  const stale = [...begun.map((other) => join(store, other)), ...former.slice(3).map(([folder]) => folder)];
  for (const folder of stale) await rm(folder, { recursive: true, force: true });
}

async function usedAt(folder: string): Promise<number> {
  return (await stat(folder).catch(() => undefined))?.mtimeMs ?? 0;
}
