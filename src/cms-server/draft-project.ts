import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { copyTree } from './content-check.ts';
import type { Repository } from './repository.ts';

/** This project in a copy with the content and the media of a commit. */
export interface DraftProject {
  readonly root: string;
  readonly contentDir: string;
}

/** What a build needs beside content, public files and packages. */
const parts = ['src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Makes the copy in `folder`, always the same one: what did not change is not written again, so that its builds can keep
 * pages. A copy, since a build takes media from the project it belongs to.
 */
export function draftProject(repository: Repository, folder: string, publicDir: string) {
  const media = repository.media ?? 'public/media';
  const root = join(folder, dirname(dirname(media)));
  let copied = new Map<string, string>();
  return async (commit: string): Promise<DraftProject> => {
    await mkdir(root, { recursive: true });
    for (const part of parts)
      await cp(resolve(part), join(root, part), { recursive: true, preserveTimestamps: true });
    // The media of a draft are those of its commit, where the repository holds any.
    await rm(join(root, 'public'), { recursive: true, force: true });
    const isTaken = (path: string) => repository.media === undefined || basename(path) !== 'media';
    await cp(publicDir, join(root, 'public'), { recursive: true, filter: isTaken });
    for (const file of copied.keys()) if (file.startsWith(`${media}/`)) copied.delete(file);
    copied = await copyTree(repository, commit, folder, copied, asIfPublished);
    await symlink(resolve('node_modules'), join(root, 'node_modules')).catch(ignoreExisting);
    return { root, contentDir: join(folder, repository.content) };
  };
}

/** What is published only from a later day is what somebody wants to see before. */
function asIfPublished(file: string, bytes: Buffer): Buffer {
  if (!/\.(?:mdx|yaml)$/.test(file)) return bytes;
  const today = new Date().toISOString().slice(0, 10);
  const isNews = /(?:^|\/)news\/[^/]+$/.test(file);
  const text = bytes.toString().replace(/^publishOn:[^\n]*\n/m, '');
  const shown = (line: string, date: string) => (isNews && date > today ? `date: '${today}'` : line);
  return Buffer.from(text.replace(/^date: *['"]?(\d{4}-\d\d-\d\d)['"]?[ \t]*$/m, shown));
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
