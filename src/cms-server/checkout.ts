import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lineOf, partsOf } from './git.ts';
import type { Changes } from './objects.ts';
import type { Repository } from './repository.ts';

/** What the published branch held before and holds now, for each file that changed. */
export type Refresh = ReadonlyMap<string, { readonly from: string | null; readonly to: string | null }>;

/** True where the published branch is the one whose files lie in the checkout. */
export async function isCheckedOut({ git, published }: Repository): Promise<boolean> {
  return (await git(['symbolic-ref', '-q', 'HEAD']).then(lineOf, () => '')) === published;
}

/** Those of the files whose copy in the checkout, or in its index, is not what `expected` says: a developer’s work. */
export async function changedByHand(repository: Repository, expected: Changes): Promise<string[]> {
  const files = [...expected.keys()];
  const [here, staged] = await Promise.all([inFolder(repository, files), inIndex(repository, files)]);
  return files.filter((file) => {
    const blob = expected.get(file) ?? null;
    return here.get(file) !== blob || staged.get(file) !== blob;
  });
}

/**
 * Brings checked-out files up to what was published: those that nobody changed. May be done again after it was cut off
 * at any moment. Throws `GitFailed` where a developer’s git holds the index: then the index is behind.
 */
export async function refreshCheckout(repository: Repository, refresh: Refresh): Promise<void> {
  const files = [...refresh.keys()];
  const [here, staged] = await Promise.all([inFolder(repository, files), inIndex(repository, files)]);
  const clean = files.filter((file) => {
    const { from, to } = refresh.get(file) ?? { from: null, to: null };
    const isOurs = (blob: string | null | undefined) => blob === from || blob === to;
    return isOurs(here.get(file)) && isOurs(staged.get(file));
  });
  for (const file of clean) {
    const to = refresh.get(file)?.to ?? null;
    if (here.get(file) !== to) await put(repository, file, to);
  }
  const entries = clean
    .filter((file) => staged.get(file) !== refresh.get(file)?.to)
    .map((file) => {
      const { from, to } = refresh.get(file) ?? { from: null, to: null };
      return `${to ? `100644 ${to}` : `0 ${'0'.repeat((from ?? '').length || 40)}`}\t${file}\0`;
    });
  if (entries.length > 0)
    await repository.git(['update-index', '-z', '--index-info'], { input: entries.join('') });
}

const halfWritten = '.academy-editor-';

/** Removes what a killed server had begun to write beside `files`. */
export async function dropHalfWritten({ root }: Repository, files: readonly string[]): Promise<void> {
  for (const folder of new Set(files.map((file) => dirname(join(root, file))))) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((name) => name.startsWith(halfWritten)))
      await rm(join(folder, name), { force: true });
  }
}

/** A file appears whole or not at all; the repository’s filters (line ends) apply. */
async function put({ git, root }: Repository, file: string, blob: string | null): Promise<void> {
  const target = join(root, file);
  if (blob === null) {
    await rm(target, { force: true });
    return;
  }
  const bytes = await git(['cat-file', '--filters', `--path=${file}`, blob]);
  await mkdir(dirname(target), { recursive: true });
  const fresh = join(dirname(target), `${halfWritten}${process.pid}`);
  await writeFile(fresh, bytes);
  await rename(fresh, target);
}

/** The blob each file of the checkout would make; null where there is no file, an empty string where it is no plain one. */
async function inFolder(
  { git, root }: Repository,
  files: readonly string[],
): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>();
  for (const file of files) {
    const facts = await lstat(join(root, file)).catch(() => undefined);
    found.set(file, facts ? '' : null);
    if (facts?.isFile()) found.set(file, 'plain');
  }
  const plain = files.filter((file) => found.get(file) === 'plain');
  if (plain.length === 0) return found;
  const blobs = (await git(['hash-object', '--stdin-paths'], { input: `${plain.join('\n')}\n` }))
    .toString()
    .split('\n');
  for (const [index, file] of plain.entries()) found.set(file, blobs[index] ?? '');
  return found;
}

async function inIndex({ git }: Repository, files: readonly string[]): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>(files.map((file) => [file, null]));
  if (files.length === 0) return found;
  for (const line of partsOf(await git(['ls-files', '-s', '-z', '--', ...files]))) {
    const [, blob, stage, file] = /^\d+ ([0-9a-f]+) (\d)\t(.+)$/s.exec(line) ?? [];
    if (file && blob) found.set(file, stage === '0' ? blob : '');
  }
  return found;
}
