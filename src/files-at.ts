import { type BigIntStats, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files at `place`, in order: those of a folder and of all folders in it, or the file that it is. Throws where there is nothing. */
export function filesAt(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Differs once the file at `place` is another or was written to: a clock that nobody sets by hand, `ctime`, is in it. */
export function stampOf(place: string): string | undefined {
  return stampIn(statSync(place, { bigint: true, throwIfNoEntry: false }));
}

/** The same; undefined for a file that changed a moment ago, which may change once more within a tick of the clock. */
export function settledStampOf(place: string): string | undefined {
  const found = statSync(place, { bigint: true, throwIfNoEntry: false });
  const now = BigInt(Date.now());
  const isNew = found && (now - found.mtimeMs < doubtful || now - found.ctimeMs < doubtful);
  return isNew ? undefined : stampIn(found);
}

/** What was written this shortly before it was read may be written again without another stamp: milliseconds. */
const doubtful = 3000n;

function stampIn(found: BigIntStats | undefined): string | undefined {
  if (!found?.isFile()) return undefined;
  const { size, mtimeNs, ctimeNs, ino, dev } = found;
  return `${size} ${mtimeNs} ${ctimeNs} ${ino} ${dev}`;
}
