import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { StringKey } from '../i18n/strings.ts';
import { type Git, gitIn, lineOf } from './git.ts';

/** The repository that holds the content, with what of it the editor may see. Paths have slashes and no slash at the end. */
export interface Repository {
  readonly git: Git;
  /** The checked-out files. */
  readonly root: string;
  /** Where git keeps objects and refs, for all checkouts of this repository. */
  readonly gitDir: string;
  /** The ref of what is published: the branch that was checked out when the server started. */
  readonly published: string;
  /** The content folder, from the root. */
  readonly content: string;
  /** The media folder, from the root; absent where it lies outside of this repository. */
  readonly media: string | undefined;
}

/** A repository that editors can work with, or the string that says why there is none. */
export async function findRepository(
  contentDir: string,
  publicDir: string,
): Promise<Repository | { readonly reason: StringKey }> {
  if (!existsSync(contentDir)) return { reason: 'editing.off.noContent' };
  const folder = realpathSync(contentDir);
  const here = gitIn(folder);
  const ask = async (git: Git, ...words: string[]) => lineOf(await git(words).catch(() => Buffer.from('')));
  const version = await ask(here, '--version');
  if (!version) return { reason: 'editing.off.noGit' };
  if (!isRecent(version)) return { reason: 'editing.off.oldGit' };
  const root = await ask(here, 'rev-parse', '--show-toplevel');
  if (!root) return { reason: 'editing.off.noRepository' };
  const git = gitIn(root);
  const published = await ask(git, 'symbolic-ref', '-q', 'HEAD');
  const content = inside(root, folder);
  if (!published || !(await ask(git, 'rev-parse', '-q', '--verify', `${published}^{commit}`)))
    return { reason: 'editing.off.noBranch' };
  if (!content || !(await ask(git, 'rev-parse', '-q', '--verify', `${published}:${content}`)))
    return { reason: 'editing.off.notCommitted' };
  const media = inside(root, join(existsSync(publicDir) ? realpathSync(publicDir) : publicDir, 'media'));
  const gitDir = resolve(root, await ask(git, 'rev-parse', '--git-common-dir'));
  return { git, root, gitDir, published, content, media };
}

/** From git 2.36 on objects and refs are on the disk before an editor hears that they are. */
export function isRecent(version: string): boolean {
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
  return major > 2 || (major === 2 && minor >= 36);
}

function inside(root: string, folder: string): string | undefined {
  const path = relative(realpathSync(root), folder);
  return path === '' || path.startsWith('..') || isAbsolute(path) ? undefined : path.split(sep).join('/');
}
