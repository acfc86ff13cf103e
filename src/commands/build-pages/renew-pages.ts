import { hash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Site } from '../../site.ts';
import { offeredCatalogues } from '../../traces/page-traces.ts';
import type { BuildLog, MadePage } from './build-log.ts';
import { makePage, type PagesApp, staticPathOf } from './make-page.ts';
import type { NamedSheets } from './named-sheets.ts';
import { addressOf, fileOf, firstOfEach, newFilesIn, type Path } from './page-places.ts';
import { type PagePictures, UnknownPicture } from './pictures.ts';
import type { SlimPage } from './slim-page.ts';
import { changedPages, type StateOf, statesIn, TraceBook, type Traces } from './traces.ts';

/** The pages that lie in a folder, and what they were made of. */
export interface KeptPages {
  readonly folder: string;
  /** Of the build that wrote them; undefined where there was none or it can’t be relied on. */
  readonly former: Traces | undefined;
  /** From now on the folder is neither the former build’s nor the new one’s. */
  readonly begin: () => Promise<void>;
  readonly finish: (traces: Traces) => Promise<void>;
}

/** What becomes of the styles of pages, and of each page before it is written. */
export interface Look {
  readonly sheets: NamedSheets;
  readonly finish: SlimPage;
}

/** Which of all addresses shall have a page. */
export type Share = (addresses: readonly string[]) => (address: string) => boolean;

/** An app that renders pages, and which pages it can render. */
export interface PageSource {
  readonly app: PagesApp;
  readonly paths: () => Promise<readonly Path[]>;
}

/** What a renewal has to do with: the pages that lie there, the site, and who may hear of it. */
export interface RenewalWish {
  readonly kept: KeptPages;
  readonly site: Pick<Site, 'address' | 'basePath'>;
  readonly look: Look;
  readonly share: Share;
  readonly log: BuildLog;
}

export interface Renewal {
  /** What the pages were made of; undefined where nobody can tell. */
  readonly traces: Traces | undefined;
  /** Those of all pages, kept ones too. */
  readonly pictures: readonly PagePictures[];
  /** How many pages wait for an app that can make their pictures. */
  readonly left: number;
}

/**
 * Has the app of `source` render the pages alone that would come out differently than those that lie in the folder, and
 * removes those that are gone. Which they are follows from what each page was seen to read when it was rendered, so that
 * no template has to say it. What is rendered is written as `look` finishes it. Pages are made one after the other as long
 * as none waits.
 */
export async function renewPages(source: PageSource, wish: RenewalWish): Promise<Renewal> {
  const { kept, site, look, share, log } = wish;
  log.begin('compare');
  const all = firstOfEach(await source.paths());
  const isOurs = share(all.map(addressOf));
  const paths = all.filter((path) => isOurs(addressOf(path)));
  const properties = propertiesOf(source.app, paths);
  const catalogues = await offeredCatalogues();
  const stateOf = catalogues && statesIn(catalogues);
  const whyOf = reasonsOf(kept, stateOf, properties);
  const [lying, due] = [new Set<Path>(), [] as Path[]];
  const made: MadePage[] = [];
  for (const path of paths) {
    const address = addressOf(path);
    const why = whyOf(address);
    if (why === undefined) lying.add(path);
    else {
      due.push(path);
      made.push({ address, why });
    }
  }
  await kept.begin();
  removeOthers(kept, new Set([...lying].map(fileOf)));
  const book = new TraceBook();
  if (kept.former) for (const path of lying) book.keep(addressOf(path), kept.former);
  const left = new Set<Path>();
  const write = newFilesIn(kept.folder);
  const make = async (path: Path): Promise<void> => {
    const page = await makePage(source.app, path, site).catch((error) => {
      if (error instanceof UnknownPicture) return undefined;
      console.error(`/${addressOf(path)} could not be made:`);
      throw error;
    });
    if (!page) {
      left.add(path);
      return;
    }
    const digest = properties.get(addressOf(path));
    if (digest) book.add(addressOf(path), digest, page.reads, page.pictures);
    if (page.isHtml) look.sheets.name(path.route);
    write(fileOf(path), typeof page.content === 'string' ? look.finish(page.content) : page.content);
  };
  log.begin('pages');
  await inTurns(due, make);
  book.files = paths.filter((path) => !left.has(path)).map(fileOf);
  log.pages = paths.length;
  const isLeft = new Set([...left].map(addressOf));
  log.made = [...log.made, ...made.filter(({ address }) => !isLeft.has(address))];
  log.begin('traces');
  const found = stateOf ?? (await statesNow());
  const traces = found && book.close(found);
  if (traces) await kept.finish(traces);
  return { traces, pictures: book.pictures, left: left.size };
}

/** Catalogues that the first page has offered. */
async function statesNow(): Promise<StateOf | undefined> {
  const catalogues = await offeredCatalogues();
  return catalogues && statesIn(catalogues);
}

/** Says why a page has to be made; undefined for one that lies there as it would come out. */
function reasonsOf(
  { folder, former }: KeptPages,
  stateOf: StateOf | undefined,
  properties: ReadonlyMap<string, string>,
): (address: string) => string | undefined {
  if (!former || !stateOf) return () => 'no build to rely on';
  const lost = former.files.find((file) => !existsSync(join(folder, file)));
  if (lost !== undefined) return () => `${lost} is missing`;
  const changed = changedPages(former, stateOf, (address) => properties.get(address));
  return (address) => (address in former.pages ? changed.get(address) : 'new');
}

/** Pages that are gone, and those that will be written: into a new file, since the site that is served shares the old one. */
function removeOthers({ folder, former }: KeptPages, keptFiles: ReadonlySet<string>): void {
  const others = (former?.files ?? []).filter((file) => !keptFiles.has(file));
  for (const file of others) rmSync(join(folder, file), { force: true });
  for (const file of others) removeEmptied(folder, dirname(file));
}

function removeEmptied(folder: string, name: string): void {
  if (name === '.') return;
  const place = join(folder, name);
  if (existsSync(place) && readdirSync(place).length > 0) return;
  rmSync(place, { recursive: true, force: true });
  removeEmptied(folder, dirname(name));
}

/** By its address a digest of what `getStaticPaths` handed to a page; none where Astro does not tell, and nothing is kept. */
function propertiesOf(app: PagesApp, paths: readonly Path[]): Map<string, string> {
  return new Map(
    paths.flatMap((path) => {
      if (path.route.pathname) return [[addressOf(path), 'none']];
      const found = staticPathOf(app, path);
      return found ? [[addressOf(path), hash('sha1', JSON.stringify(found.props ?? {}), 'base64url')]] : [];
    }),
  );
}

/** `work` done for all of `items`, a few at a time, so that none waits while another reads a file. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const turn = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all([turn(), turn(), turn(), turn()]);
}
