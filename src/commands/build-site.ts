import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'astro';
import type { Site } from '../site.ts';
import { offerKeptFolder } from '../traces/kept-folder.ts';
import { changedPages } from './build-pages/changed-pages.ts';
import { compressFiles } from './build-pages/compress-files.ts';
import { beside, removeLeftovers } from './build-pages/leftovers.ts';
import { linkTree } from './build-pages/link-tree.ts';
import { slimmer } from './build-pages/slim-page.ts';
import { openWorkshop, type Workshop } from './build-pages/workshop.ts';
import { afterPages } from './build-steps.ts';

/**
 * Builds the whole site into `site.outDir`, with a compressed copy of each text file where it shall be `isCompressed`. Pages that would come out as in the last build are kept, unless it shall be
 * `isFresh`. The pages are made in a folder of this project, since what makes them finds its packages from there; the site
 * takes the output's place when all is done: after a failure, which is thrown, the output is as it was.
 */
export async function buildSite(site: Site, { isFresh = false, isCompressed = false } = {}): Promise<void> {
  const target = resolve(site.outDir);
  const made = beside(resolve('.build/site'), 'next');
  const fresh = beside(target, 'next');
  for (const place of [target, resolve('.build/site')]) await removeLeftovers(place);
  const workshop = await openWorkshop(site, isFresh);
  try {
    offerKeptFolder(workshop.kept);
    tellStep('pages');
    await makePages(site, workshop);
    linkTree(workshop.pages.folder, made);
    tellStep('search');
    for (const step of afterPages) await step(made, site, workshop.kept);
    if (isCompressed) await compressFiles(made, workshop.compressed);
    await move(made, fresh);
    await replace(target, fresh);
  } finally {
    for (const folder of [made, fresh]) await rm(folder, { recursive: true, force: true });
    await workshop.close();
  }
}

/** Whoever has started this process to build, and listens, hears how far it is. */
function tellStep(name: 'pages' | 'search'): void {
  process.send?.({ buildStep: name });
}

async function makePages(site: Site, { pages, store }: Workshop): Promise<void> {
  await build({
    outDir: pages.folder,
    logLevel: 'warn',
    cacheDir: store,
    integrations: [changedPages(pages, site.basePath, await slimmer())],
    vite: { build: { emptyOutDir: false } },
  });
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
  const former = beside(target, 'former');
  await mkdir(target, { recursive: true });
  await rename(target, former);
  // Killed here, the next build that starts finds the former site and puts it back.
  await rename(fresh, target);
  await rm(former, { recursive: true, force: true });
}
