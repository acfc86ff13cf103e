import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { workshop } from './systems.ts';

const place = join(workshop, 'aside');

/**
 * Takes a file or folder of an earlier build away until all is measured. Were it removed, the next build would pay for it:
 * ext4 doesn’t give a file the number of one that was removed in the last minutes, and looks through all of them for each
 * file that is made.
 */
export async function layAside(path: string): Promise<void> {
  await mkdir(place, { recursive: true });
  await rename(path, join(place, `${process.pid}-${process.hrtime.bigint()}`)).catch((error) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
}

/** Removes what was laid aside, by earlier benches too. */
export function removeAside(): Promise<void> {
  return rm(place, { recursive: true, force: true });
}
