import { AsyncLocalStorage } from 'node:async_hooks';
import type { APIContext, APIRoute, RouteData } from 'astro';
import { type BaseApp, collectPrerenderMetadata, installRenderScope } from 'astro/app';
import type { Site } from '../../site.ts';
import { tracing } from '../../traces/page-traces.ts';
import { contentOf } from './known-answers.ts';
import { type Path, urlOf } from './page-places.ts';
import { type PagePictures, picturesIn } from './pictures.ts';

/** What Astro’s app offers to whoever makes pages. */
export interface PagesApp extends Pick<BaseApp, 'render' | 'logger' | 'manifest'> {
  readonly getComponentByRoute: (route: RouteData) => Promise<object>;
  readonly routeCache: { get(route: RouteData): { staticPaths?: { keyed?: StaticPaths } } | undefined };
}

type StaticPaths = ReadonlyMap<string, StaticPath>;

/** What `getStaticPaths` handed to one page. */
export type StaticPath = Partial<Pick<APIContext, 'params' | 'props'>>;

/** A page or another file as it was made, and what it was made of. */
export interface PageMade {
  readonly content: string | Uint8Array;
  readonly isHtml: boolean;
  /** What it read of the catalogues. */
  readonly reads: ReadonlySet<string>;
  /** Undefined for a page without. */
  readonly pictures: PagePictures | undefined;
}

/** Has `app` make what lies at `path`. Throws what the page throws, and where its answer can’t be a file. */
export async function makePage(
  app: PagesApp,
  path: Path,
  site: Pick<Site, 'address' | 'basePath'>,
): Promise<PageMade> {
  installRenderScope(new AsyncLocalStorage());
  const reads = new Set<string>();
  // Templates read while the answer is written: what they read and show is known once it is whole.
  const { value, metadata } = await tracing(
    (read) => reads.add(read),
    () => collectPrerenderMetadata(async () => fileIn(await answerOf(app, path, site)), app.logger),
  );
  return { ...value, reads, pictures: metadata && picturesIn(metadata) };
}

/** From now on `app` asks for the code of each route once: to import what has been imported costs as much as a small page. */
export function keepRoutes({ manifest: { pageMap } }: PagesApp): void {
  for (const [component, load] of pageMap ?? []) {
    let loaded: ReturnType<typeof load> | undefined;
    pageMap?.set(component, () => {
      loaded ??= load();
      return loaded;
    });
  }
}

/** Undefined for a route that has one address, and where Astro does not tell. */
export function staticPathOf(app: PagesApp, { route, pathname }: Path): StaticPath | undefined {
  return app.routeCache.get(route)?.staticPaths?.keyed?.get(pathname);
}

/** An endpoint is asked without the way that a request takes to it, which costs more than most of their answers. */
async function answerOf(
  app: PagesApp,
  path: Path,
  site: Pick<Site, 'address' | 'basePath'>,
): Promise<Response> {
  const url = urlOf(path, site);
  if (path.route.type !== 'endpoint') return app.render(new Request(url), { routeData: path.route });
  const { GET } = (await app.getComponentByRoute(path.route)) as { GET: APIRoute };
  const { params = {}, props = {} } = staticPathOf(app, path) ?? {};
  return GET({ params, props, url, site: new URL(site.address) } as APIContext);
}

async function fileIn(answer: Response): Promise<Pick<PageMade, 'content' | 'isHtml'>> {
  // The page of what is not there says so with its status.
  if (!answer.ok && answer.status !== 404)
    throw new Error(`${answer.status} is an answer that no file can give.`);
  return {
    content: await contentOf(answer),
    isHtml: answer.headers.get('Content-Type')?.startsWith('text/html') ?? false,
  };
}
