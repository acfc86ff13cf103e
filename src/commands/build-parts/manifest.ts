import { createHash, hash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Part } from './part.ts';

/** What a part says of itself, so that those who merge need not believe but can check. */
export interface Manifest {
  readonly part: Part;
  /** What it was made of; these must be the same for all parts. */
  readonly madeOf: MadeOf;
  /** The addresses of its pages. */
  readonly pages: readonly string[];
  /** A digest of the addresses of all pages of the site. */
  readonly allPages: string;
  /** Its files by their path, with a digest of their bytes. */
  readonly files: Readonly<Record<string, string>>;
}

export interface MadeOf {
  /** Code, words, pictures, packages and the version of Node. */
  readonly code: string;
  readonly content: string;
  /** The moment of the build, in seconds since 1970: pages show the state of sessions at it. */
  readonly moment: string;
}

/** The file of a part’s folder that describes it; it is no part of the site. */
export const manifestName = 'build-part.json';

/** A digest of addresses, whatever their order. */
export function digestOfPages(addresses: Iterable<string>): string {
  return hash('sha1', [...addresses].sort().join('\n'), 'base64url');
}

/** A digest of a folder’s files: their paths and bytes. */
export async function digestOfFolder(folder: string): Promise<string> {
  const digest = createHash('sha1');
  for (const file of await filesIn(folder))
    digest.update(`\0${file}\0`).update(await readFile(join(folder, file)));
  return digest.digest('base64url');
}

/** Describes the part that lies in `folder`, in a file there. */
export async function writeManifest(folder: string, about: Omit<Manifest, 'files'>): Promise<void> {
  const files: Record<string, string> = {};
  for (const file of await filesIn(folder)) files[file] = await digestOfFile(join(folder, file));
  await writeFile(join(folder, manifestName), JSON.stringify({ ...about, files } satisfies Manifest));
}

/** A digest of a file’s bytes. */
export async function digestOfFile(file: string): Promise<string> {
  return hash('sha1', await readFile(file), 'base64url');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
