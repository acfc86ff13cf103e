import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';
import { offeredCatalogues, tracing } from '../../traces/page-traces.ts';
import type { BuildLog, MadePage } from './build-log.ts';
import { keepOriginals, listOf, picturesOf } from './pictures.ts';
import { type SlimPage, slimmed } from './slim-page.ts';
import { changedPages, type StateOf, statesIn, TraceBook, type Traces } from './traces.ts';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** The pages that lie in a folder, and what they were made of. */
export interface KeptPages {
  readonly folder: string;
  /** Of the build that wrote them; undefined where there was none or it can’t be relied on. */
  readonly former: Traces | undefined;
  /** From now on the folder is neither the former build’s nor the new one’s. */
  readonly begin: () => Promise<void>;
  readonly finish: (traces: Traces) => Promise<void>;
}

/** Which of all addresses shall have a page. */
export type Share = (addresses: readonly string[]) => (address: string) => boolean;

/**
 * Has Astro render the pages alone that would come out differently than those that lie in the folder, and removes those
 * that are gone. Which they are follows from what each page was seen to read when it was rendered, so that no template
 * has to say it. What is rendered is written as `slim` returns it.
 */
export function renewPages(
  kept: KeptPages,
  basePath: string,
  slim: SlimPage,
  share: Share,
  log: BuildLog,
): AstroIntegration {
  return {
    name: 'renew-pages',
    hooks: {
      'astro:config:done': () => log.begin('content'),
      'astro:build:start': ({ setPrerenderer }) => {
        log.begin('bundle');
        setPrerenderer((inner) => prerendererOf(inner as InnerPrerenderer, kept, basePath, slim, share, log));
      },
    },
  };
}

/** Astro’s own, which has its app once it is set up. */
interface InnerPrerenderer extends AstroPrerenderer {
  readonly app?: { readonly routeCache?: RouteCache };
}

interface RouteCache {
  get(route: RouteData): { staticPaths?: { keyed?: ReadonlyMap<string, { props?: unknown }> } } | undefined;
}

function prerendererOf(
  inner: InnerPrerenderer,
  kept: KeptPages,
  basePath: string,
  slim: SlimPage,
  share: Share,
  log: BuildLog,
): AstroPrerenderer {
  const book = new TraceBook();
  const properties = new Map<string, string>();
  let stateOf: StateOf | undefined;
  return {
    ...inner,
    name: 'renew-pages',
    async getStaticPaths() {
      log.begin('compare');
      const all = firstOfEach(await inner.getStaticPaths());
      const isOurs = share(all.map(({ pathname }) => addressOf(pathname)));
      const paths = all.filter(({ pathname }) => isOurs(addressOf(pathname)));
      for (const path of paths) {
        const digest = digestOfProperties(inner.app?.routeCache, path);
        if (digest) properties.set(addressOf(path.pathname), digest);
      }
      const files = paths.map(fileOf);
      const catalogues = await offeredCatalogues();
      stateOf = catalogues && statesIn(catalogues);
      const changed = reasonsOf(kept, stateOf, properties);
      const whyOf = ({ pathname }: Path) => changed(addressOf(pathname));
      const isKept = (path: Path) => whyOf(path) === undefined;
      await kept.begin();
      await removeOthers(kept, new Set(paths.filter(isKept).map(fileOf)));
      for (const path of paths)
        if (kept.former && isKept(path)) book.keep(addressOf(path.pathname), kept.former);
      keepOriginals(book.pictures);
      book.files = files;
      log.pages = paths.length;
      log.made = paths.flatMap((path): MadePage[] => {
        const why = whyOf(path);
        return why === undefined ? [] : [{ address: addressOf(path.pathname), why }];
      });
      log.begin('pages');
      return paths.filter((path) => !isKept(path));
    },
    async render(request, options) {
      const reads = new Set<string>();
      const rendered = await tracing(
        (read) => reads.add(read),
        // Templates read while the answer is written: with its metadata, Astro takes it whole.
        () => inner.render(request, { ...options, collectMetadata: true }),
      );
      const address = addressOf(withoutBase(request, basePath));
      const digest = properties.get(address);
      if (digest) book.add(address, digest, reads, picturesOf(rendered));
      return slimmed(rendered, slim);
    },
    collectStaticImages: async () => listOf(book.pictures),
    async teardown() {
      log.begin('traces');
      const catalogues = await offeredCatalogues();
      stateOf ??= catalogues && statesIn(catalogues);
      if (stateOf) await kept.finish(book.close(stateOf));
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

/** Where two routes make one address, the first has it, as Astro has it. */
function firstOfEach(paths: readonly Path[]): Path[] {
  return [
    ...new Map(paths.toReversed().map((path) => [addressOf(path.pathname), path])).values(),
  ].toReversed();
}

/** What `getStaticPaths` handed to a page; undefined where Astro no longer tells, and nothing is kept. */
function digestOfProperties(cache: RouteCache | undefined, { route, pathname }: Path): string | undefined {
  if (!cache) return undefined;
  if (route.pathname) return 'none';
  const found = cache.get(route)?.staticPaths?.keyed?.get(pathname);
  return found && hash('sha1', JSON.stringify(found.props ?? {}), 'base64url');
}

/** The file of a page, from the folder of the site. */
function fileOf({ pathname, route }: Path): string {
  const address = addressOf(pathname);
  if (route.type === 'endpoint') return address;
  if (address === '404' || address === '500') return `${address}.html`;
  return join(address, 'index.html');
}

function addressOf(pathname: string): string {
  return pathname.replace(/^\/+|\/+$/g, '');
}

function withoutBase(request: Request, basePath: string): string {
  const { pathname } = new URL(request.url);
  return decodeURI(pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname);
}
