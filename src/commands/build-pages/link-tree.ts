import {
  copyFileSync,
  type Dirent,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes `to` hold the files of `from` and nothing else, but for the folders `others` that somebody else lays there. Where
 * possible no bytes are copied: one file with two names, and such files of an earlier tree stay. Whoever wants to change
 * one must therefore write a new file in its place.
 */
export function linkTree(from: string, to: string, others: readonly string[] = []): void {
  const isThere = existsSync(to);
  if (!isThere) mkdirSync(to, { recursive: true });
  const lying = isThere ? entriesIn(to) : new Map<string, Dirent>();
  for (const entry of entriesIn(from).values()) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    const former = lying.get(entry.name);
    lying.delete(entry.name);
    if (former && isAnother(former, entry, source, target)) rmSync(target, { recursive: true });
    else if (former?.isFile()) continue;
    if (entry.isDirectory()) linkTree(source, target);
    else linkOrCopy(source, target);
  }
  for (const name of lying.keys())
    if (!others.includes(name)) rmSync(join(to, name), { recursive: true, force: true });
}

/** The same where `to` held all files of `from` before `files` were written anew, came or went. */
export function linkFiles(from: string, to: string, files: readonly string[]): void {
  for (const file of files) rmSync(join(to, file), { recursive: true, force: true });
  removeEmptied(to, files);
  for (const file of files.filter((one) => isFile(join(from, one)))) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    linkOrCopy(join(from, file), join(to, file));
  }
}

function isFile(place: string): boolean {
  return existsSync(place) && lstatSync(place).isFile();
}

/** Of the folders in which `files` were those that are empty go. */
export function removeEmptied(folder: string, files: readonly string[]): void {
  const seen = new Set<string>();
  const remove = (name: string): void => {
    if (name === '.' || seen.has(name)) return;
    seen.add(name);
    if (isRemoved(join(folder, name))) {
      seen.delete(dirname(name));
      remove(dirname(name));
    }
  };
  for (const file of files) remove(dirname(file));
}

/** Removes an empty folder; false for one that is not. */
function isRemoved(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(code)) return false;
    throw error;
  }
}

function entriesIn(folder: string): Map<string, Dirent> {
  return new Map(readdirSync(folder, { withFileTypes: true }).map((entry) => [entry.name, entry]));
}

/** False for two folders, and for two names of one file. */
function isAnother(former: Dirent, entry: Dirent, source: string, target: string): boolean {
  if (entry.isDirectory()) return !former.isDirectory();
  if (!former.isFile()) return true;
  const [one, other] = [lstatSync(source), lstatSync(target)];
  // Some disks number files beyond what a number holds.
  return one.ino !== other.ino || one.dev !== other.dev || one.mtimeMs !== other.mtimeMs;
}

/** Some disks know no second name for a file, others allow a bounded number of them. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'].includes(code)) throw error;
    copyFileSync(from, to);
  }
}
