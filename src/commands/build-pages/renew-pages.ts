import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { Site } from '../../site.ts';
import { offeredCatalogues } from '../../traces/page-traces.ts';
import type { BuildLog, MadePage } from './build-log.ts';
import { makePage, type PagesApp, staticPathOf } from './make-page.ts';
import type { NamedSheets } from './named-sheets.ts';
import { addressOf, fileOf, firstOfEach, newFilesIn, type Path } from './page-places.ts';
import { keepOriginals, listOf } from './pictures.ts';
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

/**
 * Has Astro render the pages alone that would come out differently than those that lie in the folder, and removes those
 * that are gone. Which they are follows from what each page was seen to read when it was rendered, so that no template
 * has to say it. What is rendered is written as `look` finishes it.
 */
export function renewPages(
  kept: KeptPages,
  site: Pick<Site, 'address' | 'basePath'>,
  look: Look,
  share: Share,
  log: BuildLog,
): AstroIntegration {
  return {
    name: 'renew-pages',
    hooks: {
      'astro:config:done': () => log.begin('content'),
      'astro:build:setup': ({ pages }) => {
        look.sheets.pages = pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        log.begin('bundle');
        setPrerenderer((inner) => prerendererOf(inner as InnerPrerenderer, kept, site, look, share, log));
      },
    },
  };
}

/** Astro’s own, which has its app once it is set up. */
interface InnerPrerenderer extends AstroPrerenderer {
  readonly app: PagesApp;
}

/**
 * In the place of Astro’s: pages are made and written here, one after the other as long as none waits, and Astro is told of
 * none. It would keep the addresses of all of them and take several turns to write each.
 */
function prerendererOf(
  inner: InnerPrerenderer,
  kept: KeptPages,
  site: Pick<Site, 'address' | 'basePath'>,
  look: Look,
  share: Share,
  log: BuildLog,
): AstroPrerenderer {
  const book = new TraceBook();
  const properties = new Map<string, string>();
  let stateOf: StateOf | undefined;
  let isWhole = false;
  const write = newFilesIn(kept.folder);
  const make = async (path: Path): Promise<void> => {
    const address = addressOf(path);
    const page = await makePage(inner.app, path, site).catch((error) => {
      console.error(`/${address} could not be made:`);
      throw error;
    });
    const digest = properties.get(address);
    if (digest) book.add(address, digest, page.reads, page.pictures);
    if (page.isHtml) look.sheets.name(path.route);
    write(fileOf(path), typeof page.content === 'string' ? look.finish(page.content) : page.content);
  };

  return {
    ...inner,
    name: 'renew-pages',
    async getStaticPaths() {
      log.begin('compare');
      const all = firstOfEach(await inner.getStaticPaths());
      const isOurs = share(all.map(addressOf));
      const paths = all.filter((path) => isOurs(addressOf(path)));
      for (const path of paths) {
        const digest = digestOfProperties(inner.app, path);
        if (digest) properties.set(addressOf(path), digest);
      }
      const files = paths.map(fileOf);
      const catalogues = await offeredCatalogues();
      stateOf = catalogues && statesIn(catalogues);
      const changed = reasonsOf(kept, stateOf, properties);
      const whyOf = (path: Path) => changed(addressOf(path));
      const isKept = (path: Path) => whyOf(path) === undefined;
      await kept.begin();
      await removeOthers(kept, new Set(paths.filter(isKept).map(fileOf)));
      for (const path of paths) if (kept.former && isKept(path)) book.keep(addressOf(path), kept.former);
      keepOriginals(book.pictures);
      book.files = files;
      log.pages = paths.length;
      log.made = paths.flatMap((path): MadePage[] => {
        const why = whyOf(path);
        return why === undefined ? [] : [{ address: addressOf(path), why }];
      });
      log.begin('pages');
      await inTurns(
        paths.filter((path) => !isKept(path)),
        make,
      );
      isWhole = true;
      return [];
    },
    collectStaticImages: async () => listOf(book.pictures),
    async teardown() {
      log.begin('traces');
      const catalogues = await offeredCatalogues();
      stateOf ??= catalogues && statesIn(catalogues);
      if (isWhole && stateOf) await kept.finish(book.close(stateOf));
      log.begin('pictures');
      await inner.teardown?.();
    },
  };
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
async function removeOthers({ folder, former }: KeptPages, keptFiles: ReadonlySet<string>): Promise<void> {
  const others = (former?.files ?? []).filter((file) => !keptFiles.has(file));
  for (const file of others) await rm(join(folder, file), { force: true });
}

/** What `getStaticPaths` handed to a page; undefined where Astro does not tell, and nothing is kept. */
function digestOfProperties(app: PagesApp, path: Path): string | undefined {
  if (path.route.pathname) return 'none';
  const found = staticPathOf(app, path);
  return found && hash('sha1', JSON.stringify(found.props ?? {}), 'base64url');
}

/** `work` done for all of `items`, a few at a time, so that none waits while another reads a file. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const turn = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all([turn(), turn(), turn(), turn()]);
}
