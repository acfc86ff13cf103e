import { freeHeap, growHeapsBy } from '../../heap.ts';
import type { BodiesPlace } from '../../loader/kept-bodies.ts';
import { withdrawEntries } from '../../loader/offered-entries.ts';
import type { Site } from '../../site.ts';
import { isInPart, type Part } from '../build-parts/part.ts';
import type { BuildLog } from './build-log.ts';
import { type Bundling, bundleInProcess } from './bundling.ts';
import { layModuleFiles, moduleFilesOf } from './lay-module-files.ts';
import { layPictures } from './lay-pictures.ts';
import { makeInThreads, type ThreadTask, threadsFor } from './page-threads.ts';
import type { Renderer } from './renderer.ts';
import { type Renewed, renewPages, type Searchable } from './renew-pages.ts';
import type { Workshop } from './workshop.ts';
import { manyPages, WritingThread } from './writing-thread.ts';

/** True where the app of an earlier build lies there, as it would be bundled now. */
export async function isBundled({ app, pages: { former } }: Workshop): Promise<boolean> {
  return former !== undefined && app.isWhole();
}

/** Begins to bundle the code. */
export async function beginBundling({
  app,
  pages: { folder, former },
  store,
  clear,
}: Workshop): Promise<Bundling> {
  await app.drop();
  const pages = [...(former?.files ?? []), ...moduleFilesOf(former?.files ?? [])];
  clear(pages);
  return bundleInProcess({ app: app.folder, folder, store, pages });
}

export interface PagesMade extends Pick<Renewed, 'noteTraces'> {
  /** Those of all pages of the site, whatever the part. */
  readonly addresses: readonly string[];
}

/** What the making of pages has to do with beside them. */
export interface Beside {
  readonly searchable: Searchable;
  /** So many threads may make pages. */
  readonly threads: number | undefined;
  /** The bodies that are parsed already. */
  readonly bodies: BodiesPlace;
  /** Writes down what was read of the content, where threads find it. */
  readonly keepContent: () => Promise<void>;
}

/**
 * Makes the pages of a site, or a part of it, their pictures and the files of modules, in the folder of `workshop`. As many threads make them as their number is worth.
 */
export async function makePages(
  site: Site,
  { app, content, kept, pages, pictures: keptPictures, store }: Workshop,
  { source, look }: Renderer,
  part: Part | undefined,
  log: BuildLog,
  { searchable, threads, bodies, keepContent }: Beside,
): Promise<PagesMade> {
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
  const { pictures, noteTraces } = await renewPages(source, {
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
    writeBeside: (pages) => {
      if (pages < manyPages) return undefined;
      growHeapsBy(80);
      return new WritingThread({ folder, site: task.site }, look.sheets);
    },
    searchable,
    log,
  });
  withdrawEntries();
  source.forgetPaths();
  if (log.made.length >= manyPages) freeHeap();
  log.begin('pictures');
  await layPictures(pictures, { folder, store, originals: app.originals });
  log.begin('modules');
  layModuleFiles(folder, site, kept);
  return { addresses: all, noteTraces };
}
