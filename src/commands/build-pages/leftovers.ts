import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '../../processes.ts';

/** What a build keeps beside its target while it runs: the coming folder, the former one, one of its own. */
type Beside = 'next' | 'former' | 'alone';

/** The name that process `owner` gives such a folder. */
export function beside(target: string, kind: Beside, owner = process.pid): string {
  return `${target}.${kind}-${owner}`;
}

/**
 * Removes what builds that were killed left beside `target`; the process number in a name tells whether its build still
 * runs. Where one was killed while it put its folder in the place of `target`, the former folder comes back first.
 */
export async function removeLeftovers(target: string): Promise<void> {
  const folder = dirname(target);
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const { kind, owner } =
      /^\.(?<kind>next|former|alone)-(?<owner>\d+)$/.exec(rest(name, target))?.groups ?? {};
    if (!owner || isRunning(Number(owner))) continue;
    const isNeeded = kind === 'former' && !existsSync(target);
    if (isNeeded) await rename(join(folder, name), target);
    else await rm(join(folder, name), { recursive: true, force: true });
  }
}

function rest(name: string, target: string): string {
  return name.startsWith(basename(target)) ? name.slice(basename(target).length) : '';
}
