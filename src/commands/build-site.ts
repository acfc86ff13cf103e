import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from 'astro';
import type { Site } from '../site.ts';
import { afterPages } from './build-steps.ts';

/**
 * Builds the whole site into `site.outDir`. The pages are made in a folder of this project, since what makes them finds
 * its packages from there; the folder takes the output's place when all is done: after a failure, which is thrown, the
 * output is as it was.
 */
export async function buildSite(site: Site): Promise<void> {
  const target = resolve(site.outDir);
  const workshop = resolve('.build/site');
  for (const place of [target, workshop]) await removeLeftovers(place);
  const made = `${workshop}.next-${process.pid}`;
  const fresh = `${target}.next-${process.pid}`;
  try {
    await build({
      outDir: made,
      logLevel: 'warn',
      // The store of content and pictures belongs to one content folder: another academy's build must not meet it.
      cacheDir: join('node_modules/.astro', fingerprint(resolve(site.contentDir))),
    });
    for (const step of afterPages) await step(made, site);
    await move(made, fresh);
    await replace(target, fresh);
  } finally {
    for (const folder of [made, fresh]) await rm(folder, { recursive: true, force: true });
  }
}

/** A folder cannot be renamed onto another disk: there it is copied. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  }
}

async function replace(target: string, fresh: string): Promise<void> {
  const former = `${target}.former-${process.pid}`;
  await mkdir(target, { recursive: true });
  await rename(target, former);
  await rename(fresh, target);
  await rm(former, { recursive: true, force: true });
}

/** A build that was killed leaves its folder behind; the process number in the name tells whether it still runs. */
async function removeLeftovers(target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  for (const name of await readdir(dirname(target))) {
    const [, owner] = name.startsWith(basename(target)) ? (/\.(?:next|former)-(\d+)$/.exec(name) ?? []) : [];
    if (owner && !isRunning(Number(owner)))
      await rm(join(dirname(target), name), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
