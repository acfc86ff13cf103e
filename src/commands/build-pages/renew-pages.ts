import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../site.ts';
import { offeredCatalogues } from '../../traces/page-traces.ts';
import type { StateOf } from '../../traces/readings.ts';
import { statesIn } from '../../traces/state-of.ts';
import { isOfSearch } from '../build-parts/part.ts';
import type { BuildLog, MadePage } from './build-log.ts';
import { removeEmptied } from './link-tree.ts';
import type { Look } from './look.ts';
import type { PagesApp } from './make-page.ts';
import { type Making, makeAll, propertiesOf } from './page-maker.ts';
import { addressOf, fileOf, firstOfEach, type Path } from './page-places.ts';
import { writerInto } from './page-writer.ts';
import type { PagePictures } from './pictures.ts';
import { entryByEntry } from './shared-pages.ts';
import { changedPages, changeOf, TraceBook, type Traces } from './traces.ts';
import type { WritingThread } from './writing-thread.ts';

/** The pages that lie in a folder, and what they were made of. */
export interface KeptPages {
  readonly folder: string;
  /** Of the build that wrote them; undefined where there was none or it can’t be relied on. */
  readonly former: Traces | undefined;
  /** From now on the folder is neither the former build’s nor the new one’s. */
  readonly begin: () => Promise<void>;
  readonly finish: (traces: Traces) => void;
}

/** Which of all addresses shall have a page. */
export type Share = (addresses: readonly string[]) => (address: string) => boolean;

/** An app that renders pages, and which pages it can render. */
export interface PageSource {
  readonly app: PagesApp;
  readonly paths: () => Promise<readonly Path[]>;
}

/**
 * Has other threads make a share of the pages of `addresses`; `makeHere` makes those that fall to this one. What all were made of;
 * nothing where no thread helps.
 */
export type Help = (
  addresses: readonly string[],
  makeHere: (addresses: Iterable<string>) => Promise<Traces>,
) => Promise<readonly Traces[] | undefined>;

/** Hears that the files that the search of a language is made of are written; without its address, that all are. */
export type Searchable = (address?: string) => void;

/** What a renewal has to do with: the pages that lie there, the site, and who may hear of it. */
export interface RenewalWish {
  readonly kept: KeptPages;
  readonly site: Pick<Site, 'address' | 'basePath'>;
  readonly look: Look;
  readonly share: Share;
  readonly help: Help;
  /** Has another thread write many pages while this one makes them; nothing where they are too few. */
  readonly writeBeside: (pages: number) => WritingThread | undefined;
  readonly searchable: Searchable;
  readonly log: BuildLog;
}

/** Pages that lie in their folder as they come out now. */
export interface Renewed {
  /** What all pages show of pictures. */
  readonly pictures: readonly PagePictures[];
  /** Writes down what they were made of: without it the next build makes all of them. */
  readonly noteTraces: () => void;
}

/**
 * Has the app of `source` render the pages alone that would come out differently than those that lie in the folder, and
 * removes those that are gone. Which they are follows from what each page was seen to read when it was rendered, so that
 * no template has to say it. What is rendered is written as `look` finishes it. Many pages are made by several threads.
 */
export async function renewPages(source: PageSource, wish: RenewalWish): Promise<Renewed> {
  const { kept, share, log } = wish;
  log.begin('compare');
  const all = firstOfEach(await source.paths());
  const isOurs = share(all.map(addressOf));
  const paths = all.filter((path) => isOurs(addressOf(path)));
  const catalogues = await offeredCatalogues();
  const statesBefore = catalogues && statesIn(catalogues);
  await kept.begin();
  const ahead = await makeAhead(source.app, paths, statesBefore, wish);
  log.begin('compare');
  const properties = new Map(paths.map((path) => [addressOf(path), propertiesOf(source.app, path)]));
  const whyOf = reasonsOf(kept, ahead.files, statesBefore, properties);
  const [lying, due] = [new Set<Path>(), [] as Path[]];
  const made: MadePage[] = [...ahead.made];
  for (const path of paths) {
    const address = addressOf(path);
    if (ahead.files.has(fileOf(path))) continue;
    const why = whyOf(address);
    if (why === undefined) lying.add(path);
    else {
      due.push(path);
      made.push({ address, why });
    }
  }
  removeOthers(kept, new Set([...ahead.files, ...[...lying].map(fileOf)]));
  log.begin('pages');
  const rest: RenewalWish = ahead.files.size > 0 ? { ...wish, searchable: () => undefined } : wish;
  const byThreads = await makeBesideOthers(source.app, due, rest);
  const parts = [...ahead.traces, ...(byThreads ?? (await makeAlone(source.app, due, rest)))];
  log.pages = paths.length;
  log.made = made;
  // The first page may have offered them.
  const found = statesBefore ? catalogues : await offeredCatalogues();
  // What kept pages read has its states already.
  const book = new TraceBook(paths.map(fileOf), kept.former);
  for (const path of paths) {
    const address = addressOf(path);
    const from = lying.has(path) ? kept.former : parts.find(({ properties }) => properties.has(address));
    if (from) book.keep(address, from);
  }
  const noteTraces = (): void => {
    log.begin('traces');
    if (found) kept.finish(book.close(statesBefore ?? statesIn(found)));
  };
  const { pictures } = book;
  if (kept.former && !byThreads) return { pictures, noteTraces };
  // Those of all pages would fill the memory that the search is made in, which takes longer than to write them down.
  noteTraces();
  return { pictures, noteTraces: nothing };
}

/** Outside of whatever holds the traces: a function that is made beside them would. */
function nothing(): void {}

/** Pages that were made before it was known which others have to be. */
interface Ahead {
  readonly files: ReadonlySet<string>;
  readonly made: readonly MadePage[];
  readonly traces: readonly Traces[];
}

/**
 * Makes those pages that the search waits for and that a change of content has changed: it takes longer than all else after an
 * edit, and is made beside the comparison of all other pages.
 */
async function makeAhead(
  app: PagesApp,
  paths: readonly Path[],
  stateOf: StateOf | undefined,
  { kept, site, look, searchable, log }: RenewalWish,
): Promise<Ahead> {
  const { folder, former } = kept;
  const made: MadePage[] = [];
  const due = paths.filter((path) => {
    const address = addressOf(path);
    const why = former && stateOf && isOfSearch(address) ? changeOf(former, stateOf, address) : undefined;
    if (why !== undefined) made.push({ address, why });
    return why !== undefined;
  });
  const files = new Set(due.map(fileOf));
  if (due.length === 0) return { files, made, traces: [] };
  log.begin('pages');
  for (const file of files) rmSync(join(folder, file), { force: true });
  const book = await makeAll(app, due, makingIn(folder, site, look));
  searchable();
  return { files, made, traces: [book.noted] };
}

/** Makes pages in several threads; what they were made of, nothing where none helps. */
async function makeBesideOthers(
  app: PagesApp,
  due: readonly Path[],
  wish: RenewalWish,
): Promise<readonly Traces[] | undefined> {
  const paths = new Map(due.map((path) => [addressOf(path), path]));
  const made = await wish.help([...paths.keys()], async (addresses) => {
    const own = Iterator.from(addresses).map((address) => paths.get(address) as Path);
    return (await makeAll(app, own, makingIn(wish.kept.folder, wish.site, wish.look))).noted;
  });
  if (made) wish.searchable();
  return made;
}

/** Makes pages in this thread, first those that the search waits for; what they were made of. */
async function makeAlone(app: PagesApp, due: readonly Path[], wish: RenewalWish): Promise<readonly Traces[]> {
  const { awaited = [], others = [] } = Object.groupBy(due, (path) =>
    isOfSearch(addressOf(path)) ? 'awaited' : 'others',
  );
  const own = makingIn(wish.kept.folder, wish.site, wish.look);
  const beside = wish.writeBeside(others.length);
  try {
    const made: TraceBook[] = [];
    for (const path of awaited) {
      made.push(await makeAll(app, [path], own));
      wish.searchable(addressOf(path));
    }
    wish.searchable();
    const making = beside ? { ...own, writer: beside } : own;
    made.push(await makeAll(app, entryByEntry(others, addressOf), making));
    return made.map(({ noted }) => noted);
  } finally {
    await beside?.stop();
  }
}

function makingIn(folder: string, site: RenewalWish['site'], { sheets, finish }: Look): Making {
  return { site, sheets, writer: writerInto(folder, finish) };
}

/** Says why a page has to be made; undefined for one that lies there as it would come out. */
function reasonsOf(
  { folder, former }: KeptPages,
  ahead: ReadonlySet<string>,
  stateOf: StateOf | undefined,
  properties: ReadonlyMap<string, string | undefined>,
): (address: string) => string | undefined {
  if (!former || !stateOf) return () => 'no build to rely on';
  const lost = former.files.find((file) => !ahead.has(file) && !existsSync(join(folder, file)));
  if (lost !== undefined) return () => `${lost} is missing`;
  const changed = changedPages(former, stateOf, (address) => properties.get(address));
  return (address) => (former.properties.has(address) ? changed.get(address) : 'new');
}

/** Pages that are gone, and those that will be written: into a new file, since the site that is served shares the old one. */
function removeOthers({ folder, former }: KeptPages, keptFiles: ReadonlySet<string>): void {
  const others = (former?.files ?? []).filter((file) => !keptFiles.has(file));
  for (const file of others) rmSync(join(folder, file), { force: true });
  removeEmptied(folder, others);
}
