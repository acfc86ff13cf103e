import type { BodiesPlace } from '../../loader/kept-bodies.ts';
import type { Site } from '../../site.ts';
import { isInPart, type Part } from '../build-parts/part.ts';
import type { BuildLog } from './build-log.ts';
import { type Bundling, bundleInProcess } from './bundling.ts';
import { freeHeap } from './heap.ts';
import { startApp } from './kept-app.ts';
import { layModuleFiles, moduleFilesOf } from './lay-module-files.ts';
import { layPictures } from './lay-pictures.ts';
import { lookOf } from './look.ts';
import { makeInThreads, type ThreadTask, threadsFor } from './page-threads.ts';
import { namePictures } from './pictures.ts';
import { renewPages } from './renew-pages.ts';
import type { Workshop } from './workshop.ts';

/** Begins to bundle the code; undefined where the app of an earlier build is what would come out. */
export async function beginBundling({
  app,
  pages: { folder, former },
  store,
  clear,
}: Workshop): Promise<Bundling | undefined> {
  if (former && (await app.isWhole())) return undefined;
  await app.drop();
  const pages = [...(former?.files ?? []), ...moduleFilesOf(former?.files ?? [])];
  clear(pages);
  return bundleInProcess({ app: app.folder, folder, store, pages });
}

/** What the making of pages has to do with beside them. */
export interface Beside {
  /** Hears that the files that the search is made of are written. */
  readonly searchable: () => void;
  /** So many threads may make pages. */
  readonly threads: number | undefined;
  /** The bodies that are parsed already. */
  readonly bodies: BodiesPlace;
  /** Writes down what was read of the content, where threads find it. */
  readonly keepContent: () => Promise<void>;
}

/**
 * Makes the pages of a site, or a part of it, their pictures and the files of modules, in the folder of `workshop`, with the app that lies there.
 * As many threads make them as their number is worth. The addresses of all
 * pages of the site, whatever the part.
 */
export async function makePages(
  site: Site,
  { app, content, kept, pages, pictures: keptPictures, store }: Workshop,
  part: Part | undefined,
  log: BuildLog,
  { searchable, threads, bodies, keepContent }: Beside,
): Promise<readonly string[]> {
  let all: readonly string[] = [];
  const { folder } = pages;
  const task: ThreadTask = {
    app: app.folder,
    content,
    bodies,
    site: { address: site.address, basePath: site.basePath },
    folder,
    kept: { made: kept, pictures: keptPictures },
  };
  await namePictures(site.basePath);
  const source = await startApp(app.folder);
  const look = await lookOf(site, folder);
  look.sheets.pages = source.pages;
  const pictures = await renewPages(source, {
    kept: pages,
    site,
    look,
    share: (addresses) => {
      all = addresses;
      return (address) => !part || isInPart(part, address);
    },
    help: async (addresses, makeHere) => {
      const count = threadsFor(addresses.length, threads);
      if (count < 2) return undefined;
      await keepContent();
      return makeInThreads(task, addresses, count, makeHere);
    },
    searchable,
    log,
  });
  if (threadsFor(log.made.length, threads) > 1) freeHeap();
  log.begin('pictures');
  await layPictures(pictures, { folder, store, originals: app.originals });
  log.begin('modules');
  layModuleFiles(folder, site, kept);
  return all;
}
