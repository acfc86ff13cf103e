import {
  copyFileSync,
  type Dirent,
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
 * Makes `to` hold the files of `from` and nothing else, but for the `others`: names that are no business of this on either side. Where
 * possible no bytes are copied: one file with two names, and such files of an earlier tree stay. Whoever wants to change
 * one must therefore write a new file in its place.
 */
export function linkTree(from: string, to: string, others: readonly string[] = []): void {
  const source = lstatSync(from);
  const isSettled = Date.now() - source.mtimeMs > doubtful;
  const former = lstatSync(to, { throwIfNoEntry: false });
  if (!former) mkdirSync(to, { recursive: true });
  if (former && isUntouched(source, former)) {
    linkFolders(from, to, source, others);
    return;
  }
  const lying = former ? entriesIn(to, others) : new Map<string, Dirent>();
  for (const entry of entriesIn(from, others).values()) {
    const [file, target] = [join(from, entry.name), join(to, entry.name)];
    const there = lying.get(entry.name);
    lying.delete(entry.name);
    if (there && isAnother(there, entry, file, target)) rmSync(target, { recursive: true });
    else if (there?.isFile()) continue;
    if (entry.isDirectory()) linkTree(file, target);
    else linkOrCopy(file, target);
  }
  for (const name of lying.keys()) rmSync(join(to, name), { recursive: true, force: true });
  if (isSettled) utimesSync(to, source.atime, source.mtime);
}

/** What was written this shortly ago may be written again without another time: milliseconds. */
const doubtful = 100;

/**
 * True for two folders to which nobody has added, removed or replaced a file since they were the same: that would have changed the
 * time of one. Most folders of a site are such. What lies in folders in them is another matter.
 */
function isUntouched(one: Stats, other: Stats): boolean {
  return one.mtime.getTime() === other.mtime.getTime() && isLent(other);
}

/** The folders in two that are untouched themselves. */
function linkFolders(from: string, to: string, { nlink }: Stats, others: readonly string[]): void {
  // A folder that has none has two names: its own, and the one within it. Where a disk does not count so, all are read.
  if (nlink === 2) return;
  for (const entry of entriesIn(from, others).values())
    if (entry.isDirectory()) linkTree(join(from, entry.name), join(to, entry.name));
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

function entriesIn(folder: string, others: readonly string[]): Map<string, Dirent> {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !others.includes(name));
  return new Map(entries.map((entry) => [entry.name, entry]));
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
