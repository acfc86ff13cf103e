import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GitFailed, lineOf, partsOf } from './git.ts';
import type { Repository } from './repository.ts';

/** A file in a tree. */
export interface TreeFile {
  readonly file: string;
  readonly blob: string;
  readonly size: number;
}

/** What a file is to become: a blob, or null where it goes. The key is the path from the repository’s root. */
export type Changes = ReadonlyMap<string, string | null>;

/** The regular files below `folder` in the tree of `commit`; none where the folder is missing. */
export async function filesIn({ git }: Repository, commit: string, folder: string): Promise<TreeFile[]> {
  const listed = await git(['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', `${folder}/`]);
  return partsOf(listed).flatMap((line) => {
    const [, mode, blob, size, file] = /^(\d+) blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
    return file && blob && mode?.startsWith('100') ? [{ file, blob, size: Number(size) }] : [];
  });
}

/** The blobs of `files` in the tree of `commit`; null for a file that is not there. */
export async function blobsOf(
  { git }: Repository,
  commit: string,
  files: readonly string[],
): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>(files.map((file) => [file, null]));
  if (files.length === 0) return found;
  for (const line of partsOf(await git(['ls-tree', '-z', '--full-tree', commit, '--', ...files]))) {
    const [, blob, file] = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    if (file && blob) found.set(file, blob);
  }
  return found;
}

/** The bytes of blobs, in their order. */
export async function readBlobs({ git }: Repository, blobs: readonly string[]): Promise<Buffer[]> {
  if (blobs.length === 0) return [];
  const written = await git(['cat-file', '--batch'], { input: `${blobs.join('\n')}\n` });
  const read: Buffer[] = [];
  for (let place = 0; read.length < blobs.length; ) {
    const end = written.indexOf(10, place);
    const size = Number(/ blob (\d+)$/.exec(written.toString('latin1', place, end))?.[1] ?? Number.NaN);
    if (Number.isNaN(size)) throw new GitFailed(`git cat-file: ${written.toString('utf8', place, end)}`);
    read.push(written.subarray(end + 1, end + 1 + size));
    place = end + size + 2;
  }
  return read;
}

export async function writeBlob({ git }: Repository, bytes: string | Buffer): Promise<string> {
  return lineOf(await git(['hash-object', '-w', '--stdin', '--no-filters'], { input: bytes }));
}

/** The tree of `commit` with the changes made in it. The checkout and its index are not touched. */
export async function treeWith(
  { git, gitDir }: Repository,
  commit: string,
  changes: Changes,
): Promise<string> {
  const folder = join(workshopOf(gitDir), `index-${process.pid}-${crypto.randomUUID()}`);
  await mkdir(folder, { recursive: true });
  const environment = { GIT_INDEX_FILE: join(folder, 'index') };
  const lines = [...changes].map(
    ([file, blob]) => `${blob ? `100644 ${blob}` : `0 ${'0'.repeat(commit.length)}`}\t${file}\0`,
  );
  try {
    await git(['read-tree', commit], { environment });
    await git(['update-index', '-z', '--index-info'], { environment, input: lines.join('') });
    return lineOf(await git(['write-tree'], { environment }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** A new commit; no branch knows of it. */
export async function commitTree(
  { git }: Repository,
  tree: string,
  parents: readonly string[],
  message: string,
  { name, email }: Person,
): Promise<string> {
  const environment = {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  };
  const words = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-F', '-'];
  return lineOf(await git(words, { environment, input: message }));
}

export async function treeOf({ git }: Repository, commit: string): Promise<string> {
  return lineOf(await git(['rev-parse', `${commit}^{tree}`]));
}

/** Where this server keeps what it needs for moments, inside git’s own folder. */
export function workshopOf(gitDir: string): string {
  return join(gitDir, 'academy-editor');
}
