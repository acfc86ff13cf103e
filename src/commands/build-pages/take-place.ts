import { rmSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { beside } from './leftovers.ts';

/**
 * Puts the folder `fresh` in the place of `target`, in one step for whoever reads there. The former one is removed, or put
 * at `spare` where one is named and lies on the same disk.
 */
export async function takePlace(target: string, fresh: string, spare?: string): Promise<void> {
  const former = beside(target, 'former');
  await mkdir(target, { recursive: true });
  await rename(target, former);
  // Killed here, the next build that starts finds the former site and puts it back.
  await rename(fresh, target);
  if (spare && (await isMoved(former, spare))) return;
  // File by file through the thread pool it would take several times as long.
  rmSync(former, { recursive: true, force: true });
}

async function isMoved(from: string, to: string): Promise<boolean> {
  rmSync(to, { recursive: true, force: true });
  return rename(from, to).then(
    () => true,
    () => false,
  );
}
