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
  type Stats,
  utimesSync,
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
  if (isThere && isUntouched(from, to)) return;
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
  const { atime, mtime } = lstatSync(from);
  if (Date.now() - mtime.getTime() > doubtful) utimesSync(to, atime, mtime);
}

/** What was written this shortly ago may be written again without another time: milliseconds. */
const doubtful = 100;

/**
 * True for two folders without folders whose files nobody has added, removed or replaced since they were the same: that
 * would have changed the time of one. Most folders of a site are such.
 */
function isUntouched(from: string, to: string): boolean {
  const [one, other] = [lstatSync(from), lstatSync(to)];
  // A folder that has none has two names: its own, and the one within it. Where a disk does not count so, all are read.
  const areSame = one.nlink === 2 && other.nlink === 2 && one.mtime.getTime() === other.mtime.getTime();
  return areSame && isLent(other);
}

/** The time was set when a folder was linked, and is no chance: two folders written at one moment bear the same one. */
function isLent({ mtimeMs, ctimeMs }: Stats): boolean {
  return ctimeMs - mtimeMs > doubtful / 2;
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
