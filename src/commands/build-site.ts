import { cp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { locales } from '../i18n/locales.ts';
import { terminalLocale } from '../i18n/terminal.ts';
import { ContentMistakes, formatMistakes } from '../loader/check.ts';
import { type KeepBody, KeptBodies, knownBodies } from '../loader/kept-bodies.ts';
import { type ContentReader, contentReader } from '../loader/kept-content.ts';
import { offerBodies } from '../loader/offered-bodies.ts';
import { offerEntries } from '../loader/offered-entries.ts';
import { SearchMaking, searchFolder } from '../search/bundle.ts';
import type { Site } from '../site.ts';
import { offerKeptFolders } from '../traces/kept-folders.ts';
import { BuildLog } from './build-pages/build-log.ts';
import { compressFiles } from './build-pages/compress-files.ts';
import { beside, removeLeftovers } from './build-pages/leftovers.ts';
import { linkTree } from './build-pages/link-tree.ts';
import { beginBundling, makePages } from './build-pages/make-pages.ts';
import { materialFolder } from './build-pages/page-places.ts';
import { digestOfSources } from './build-pages/sources.ts';
import { takePlace } from './build-pages/take-place.ts';
import { openWorkshop } from './build-pages/workshop.ts';
import { digestOfFolder, digestOfPages, writeManifest } from './build-parts/manifest.ts';
import { isInPart, languagesOf, type Part } from './build-parts/part.ts';
import { besideSearch } from './build-steps.ts';

export interface BuildWish {
  /** Makes all pages, also those that would come out as in the last build. */
  readonly isFresh?: boolean;
  /** Lays a compressed copy beside each text file. */
  readonly isCompressed?: boolean;
  /** Makes this share of the site alone, and says in a file what it is. */
  readonly part?: Part | undefined;
  /** How many threads may make pages; otherwise as this machine has processors, up to four. */
  readonly threads?: number | undefined;
}

/**
 * Builds the site into `site.outDir`. Pages that would come out as in the last build are kept. The pages are made in a
 * folder of this project, since what makes them finds its packages from there; the site takes the output's place when all
 * is done: after a failure, which is thrown, the output is as it was. Returns how it went.
 */
export async function buildSite(
  site: Site,
  { isFresh = false, isCompressed = false, part, threads }: BuildWish = {},
): Promise<BuildLog> {
  const log = new BuildLog();
  takeNoFactsFromOutside();
  const target = resolve(site.outDir);
  const made = beside(resolve('.build/site'), 'next');
  const fresh = beside(target, 'next');
  for (const place of [target, resolve('.build/site')]) await removeLeftovers(place);
  log.begin('sources');
  const workshop = await openWorkshop(site, isFresh, part);
  const bodies = new KeptBodies(workshop.bodies);
  // Goes on beside the reading of the content.
  const bundling = await beginBundling(workshop);
  const search = new SearchMaking(workshop.kept, part ? languagesOf(part) : locales);
  try {
    offerKeptFolders({ made: workshop.kept, pictures: workshop.pictures });
    tellStep('pages');
    log.begin('content');
    const reader = await readContent(site, workshop.content, (body) => bodies.add(body));
    offerBodies(knownBodies(bodies.place));
    if (bundling) log.begin('bundle');
    await bundling?.done;
    log.begin('start');
    const addresses = await makePages(site, workshop, part, log, {
      threads,
      bodies: bodies.place,
      keepContent: reader.keep,
      searchable: () => search.begin(join(workshop.pages.folder, materialFolder)),
    });
    log.begin('link');
    await workshop.takeSpare(made);
    linkTree(workshop.pages.folder, made, [searchFolder, materialFolder]);
    // While the search is still being made.
    for (const { phase, run } of besideSearch) {
      log.begin(phase);
      await run(made, site, part);
    }
    tellStep('search');
    log.begin('search');
    await search.lay(made, site, linkTree);
    log.begin('compress');
    if (isCompressed) await compressFiles(made, workshop.compressed);
    if (part) await describePart(made, site, part, addresses);
    log.begin('replace');
    await move(made, fresh);
    await takePlace(target, fresh, workshop.spare);
    log.end();
    return log;
  } finally {
    await Promise.all([bundling?.stop(), search.stop()]);
    bodies.remove();
    for (const folder of [made, fresh]) await rm(folder, { recursive: true, force: true });
    await workshop.close();
  }
}

/**
 * Astro takes a variable of the environment for a fact of the build where both have one name: with `DEV` set, pages would be
 * made as while developing, and without traces.
 */
function takeNoFactsFromOutside(): void {
  process.env['NODE_ENV'] = 'production';
  for (const name of ['DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL', 'SITE', 'ASSETS_PREFIX'])
    delete process.env[name];
}

/** Whoever has started this process to build, and listens, hears how far it is. */
function tellStep(name: 'pages' | 'search'): void {
  process.send?.({ buildStep: name });
}

/** Reads the content and offers it to the pages; who has read it. Throws ContentMistakes, all at once. */
async function readContent({ contentDir }: Site, memory: string, keepBody: KeepBody): Promise<ContentReader> {
  const locale = terminalLocale(process.env);
  const reader = await contentReader(contentDir, resolve('public'), memory, keepBody);
  const { entries, mistakes, notices } = await reader.read();
  if (mistakes.length > 0) throw new ContentMistakes(mistakes, contentDir, locale);
  if (notices.length > 0) console.warn(formatMistakes(notices, contentDir, locale));
  await reader.keepNews();
  offerEntries(async () => entries);
  return reader;
}

async function describePart(folder: string, site: Site, part: Part, pages: readonly string[]): Promise<void> {
  await writeManifest(folder, {
    part,
    madeOf: {
      code: digestOfSources(site),
      content: await digestOfFolder(site.contentDir),
      moment: process.env['SOURCE_DATE_EPOCH'] ?? '',
    },
    pages: pages.filter((address) => isInPart(part, address)),
    allPages: digestOfPages(pages),
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
