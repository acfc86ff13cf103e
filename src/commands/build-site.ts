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
import type { Bundling } from './build-pages/bundling.ts';
import { compressFiles } from './build-pages/compress-files.ts';
import { beside, removeLeftovers } from './build-pages/leftovers.ts';
import { linkTree } from './build-pages/link-tree.ts';
import { beginBundling, isBundled, makePages } from './build-pages/make-pages.ts';
import { materialFolder } from './build-pages/page-places.ts';
import { type Renderer, startRenderer } from './build-pages/renderer.ts';
import { digestOfSources } from './build-pages/sources.ts';
import { takePlace } from './build-pages/take-place.ts';
import { TracesMemory } from './build-pages/traces-file.ts';
import { openWorkshop, type Workshop } from './build-pages/workshop.ts';
import { digestOfFolder, digestOfPages, writeManifest } from './build-parts/manifest.ts';
import { isInPart, languageAt, languagesOf, type Part } from './build-parts/part.ts';
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
  /** Hears that the site lies in its place; what the next build needs to know is written down after that. */
  readonly live?: (log: BuildLog) => void;
  /** Of the builds of this process before, where it has built: then NeedsNewProcess may be thrown. */
  readonly memory?: BuildMemory | undefined;
}

/** What one build leaves in memory for the next of its process. */
export interface BuildMemory {
  /** The digest of the code, which this process runs, and in which folders it worked. */
  place?: { readonly sources: string; readonly pages: string };
  reader?: ContentReader | undefined;
  renderer?: Renderer;
  traces?: TracesMemory;
  /** It has read what the last build made. */
  search?: SearchMaking | undefined;
}

/** The code has changed, or what Astro bundles of it: a process that has built before can’t take it in. */
export class NeedsNewProcess extends Error {}

/**
 * Builds the site into `site.outDir`. Pages that would come out as in the last build are kept. The pages are made in a
 * folder of this project, since what makes them finds its packages from there; the site takes the output's place when all
 * is done: after a failure, which is thrown, the output is as it was.
 */
export async function buildSite(
  site: Site,
  { isFresh = false, isCompressed = false, part, threads, live, memory }: BuildWish = {},
): Promise<void> {
  const log = new BuildLog();
  takeNoFactsFromOutside();
  const target = resolve(site.outDir);
  const next = beside(resolve('.build/site'), 'next');
  const fresh = beside(target, 'next');
  for (const place of [target, resolve('.build/site')]) await removeLeftovers(place);
  log.begin('sources');
  const held = memory ?? {};
  if (memory) memory.traces ??= new TracesMemory();
  const workshop = await openWorkshop(site, isFresh, part, memory?.traces);
  const { pages, app } = workshop;
  const bodies = new KeptBodies(workshop.bodies);
  let noteTraces = (): void => undefined;
  let [bundling, search]: [Bundling?, SearchMaking?] = [];
  try {
    const isThere = await isBundled(workshop);
    if (held.renderer && !(isThere && isAsBefore(workshop, held))) throw new NeedsNewProcess();
    held.place = { sources: workshop.sources, pages: pages.folder };
    // Goes on beside the reading of the content.
    if (!isThere) bundling = await beginBundling(workshop);
    search = searchOf(workshop, part, held);
    offerKeptFolders({ made: workshop.kept, pictures: workshop.pictures });
    tellStep('pages');
    log.begin('content');
    held.reader ??= await contentReader(site.contentDir, resolve('public'), workshop.content);
    await readContent(held.reader, site, (body) => bodies.add(body));
    offerBodies(knownBodies(bodies.place));
    if (bundling) log.begin('bundle');
    await bundling?.done;
    log.begin('start');
    held.renderer ??= await startRenderer(app.folder, site, pages.folder);
    const made = await makePages(site, workshop, held.renderer, part, log, {
      threads,
      bodies: bodies.place,
      keepContent: held.reader.keep,
      searchable: (address) =>
        search?.begin(
          join(pages.folder, materialFolder),
          address === undefined ? undefined : languageAt(address),
        ),
    });
    noteTraces = made.noteTraces;
    if (!memory) held.reader = undefined;
    log.begin('link');
    await workshop.takeSpare(next);
    linkTree(pages.folder, next, [searchFolder, materialFolder]);
    // While the search is still being made.
    for (const { phase, run } of besideSearch) {
      log.begin(phase);
      await run(next, site, part);
    }
    tellStep('search');
    log.begin('search');
    await search.lay(next, site, linkTree);
    log.begin('compress');
    if (isCompressed) await compressFiles(next, workshop.compressed);
    if (part) await describePart(next, site, part, made.addresses);
    log.begin('replace');
    await move(next, fresh);
    await takePlace(target, fresh, workshop.spare);
    log.end();
    live?.(log);
    await search.keep();
    if (memory) {
      held.search = search;
      workshop.readySpare(target);
    } else await search.end();
  } finally {
    noteTraces();
    log.end();
    if (held.search !== search) await search?.stop();
    await bundling?.stop();
    bodies.remove();
    for (const folder of [next, fresh]) await rm(folder, { recursive: true, force: true });
    await workshop.close();
  }
}

function searchOf({ kept }: Workshop, part: Part | undefined, held: BuildMemory): SearchMaking {
  const ahead = held.search;
  held.search = undefined;
  if (ahead?.isOfNow()) return ahead;
  void ahead?.stop();
  return new SearchMaking(kept, part ? languagesOf(part) : locales);
}

/** False where the code has changed, and where another process builds in the workshop of this one. */
function isAsBefore({ sources, pages }: Workshop, { place }: BuildMemory): boolean {
  return place?.sources === sources && place.pages === pages.folder;
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

/** Reads the content and offers it to the pages. Throws ContentMistakes, all at once. */
async function readContent(reader: ContentReader, { contentDir }: Site, keepBody: KeepBody): Promise<void> {
  const locale = terminalLocale(process.env);
  const { entries, mistakes, notices } = await reader.read(keepBody);
  if (mistakes.length > 0) throw new ContentMistakes(mistakes, contentDir, locale);
  if (notices.length > 0) console.warn(formatMistakes(notices, contentDir, locale));
  await reader.keepNews();
  offerEntries(async () => entries);
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
