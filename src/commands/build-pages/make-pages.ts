import type { Site } from '../../site.ts';
import { isInPart, type Part } from '../build-parts/part.ts';
import type { BuildLog } from './build-log.ts';
import { lookOf } from './look.ts';
import { makeInThreads, type ThreadTask, threadsFor } from './page-threads.ts';
import { type Renewal, type RenewalWish, renewPages } from './renew-pages.ts';
import type { Workshop } from './workshop.ts';

/**
 * Makes the pages of a site, or a part of it, in the folder of `workshop`, with the app of the build before where nothing
 * but content has changed; Astro is started where something else has, or where pictures have to be made or removed.
 * As many threads make them as their number is worth, at most so many `threads`. The addresses of all pages of the site,
 * whatever the part.
 */
export async function makePages(
  site: Site,
  workshop: Workshop,
  part: Part | undefined,
  log: BuildLog,
  threads?: number,
): Promise<readonly string[]> {
  let all: readonly string[] = [];
  const { folder } = workshop.pages;
  const task: ThreadTask = {
    app: workshop.app.folder,
    content: workshop.content,
    site: { address: site.address, basePath: site.basePath },
    folder,
    kept: { made: workshop.kept, pictures: workshop.pictures },
  };
  const wish: RenewalWish = {
    kept: workshop.pages,
    site,
    look: await lookOf(site, folder),
    share: (addresses) => {
      all = addresses;
      return (address) => !part || isInPart(part, address);
    },
    help: async (addresses) => {
      const count = threadsFor(addresses.length, threads);
      return count > 1 ? makeInThreads(task, addresses, count) : undefined;
    },
    log,
  };
  const renewal = await renewWithKeptApp(site, workshop, wish);
  if (!renewal || renewal.left > 0 || !workshop.app.showsTheSame(renewal.pictures)) {
    log.begin('start');
    const former = renewal ? renewal.traces : workshop.pages.former;
    workshop.clear(former?.files ?? []);
    const { renewWithAstro } = await import('./astro-pages.ts');
    await renewWithAstro({ ...wish, kept: { ...wish.kept, former } }, workshop.store, workshop.app);
  }
  return all;
}

async function renewWithKeptApp(
  site: Site,
  { app, pages: { former } }: Workshop,
  wish: RenewalWish,
): Promise<Renewal | undefined> {
  if (!former) return undefined;
  const source = await app.open(former, site.basePath);
  if (!source) return undefined;
  wish.look.sheets.pages = source.pages;
  return renewPages(source, wish);
}
