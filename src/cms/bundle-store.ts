import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** The places of files that a bundle is made from: a bundle is made again when one of them has changed. */
export type Sources = readonly string[];

const store = resolve('.build/editor');

/**
 * The folder with the bundle `name` of these sources: from the store, or made now by `make`. Of each name the last few
 * are kept, since builds of two states may run side by side.
 */
export async function storedBundle(
  name: string,
  sources: Sources,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(store, `${name}-${await digestOf(sources)}`);
  if ((await readdir(folder).catch(() => [])).length > 0) return folder;
  const made = `${folder}.next-${process.pid}`;
  await rm(made, { recursive: true, force: true });
  await mkdir(store, { recursive: true });
  await make(made);
  // Another build may have put it there meanwhile: theirs is the same.
  await rename(made, folder).catch(() => rm(made, { recursive: true, force: true }));
  await removeOld(name, folder);
  return folder;
}

async function digestOf(sources: Sources): Promise<string> {
  const digest = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(resolve(source)))
      digest.update(`\0${file}\0`).update(await readFile(file));
  }
  return digest.digest('hex').slice(0, 12);
}

async function filesOf(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) return [place];
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}

async function removeOld(name: string, kept: string): Promise<void> {
  const names = (await readdir(store)).filter(
    (other) => other.startsWith(`${name}-`) && !other.includes('.next-'),
  );
  const former = names.map((other) => join(store, other)).filter((folder) => folder !== kept);
  for (const folder of former.slice(0, -3)) await rm(folder, { recursive: true, force: true });
}
