import { existsSync, readdirSync, statSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { createConsoleLogger } from 'astro/app';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { keepRoutes, type PagesApp } from './make-page.ts';
import type { RoutePages } from './named-sheets.ts';
import type { PageSource } from './renew-pages.ts';

/** Where Astro bundles the code that renders pages, in the folder of the site, until these are made. */
const bundled = '.prerender';

/** Where Astro lays what is named by its content, in the folder of the site. */
export const assetsFolder = '_astro';

/** What lies beside a kept app: what was true when it was made, as far as the digest of the code does not say it. */
interface Label {
  /** The files that editors uploaded: the photographs are a part of the app. */
  readonly media: readonly string[];
  /** What Astro laid beside the pages: scripts, styles, public files. */
  readonly files: readonly string[];
}

/** The parts of a route’s data that a page needs. */
type Route = readonly [
  key: string,
  value: Pick<PageData, 'component' | 'styles'> & { route: { route: string } },
];
type PageData = RoutePages extends Map<string, infer Data> ? Data : never;

/** Astro’s app as it expects to be set up by a build. */
interface BundledApp extends PagesApp {
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  readonly routeCache: PagesApp['routeCache'] & { clearAll(): void };
}

/** The app, ready to render, with the styles of its routes. */
export interface StartedApp extends PageSource {
  readonly pages: RoutePages;
  /** What was found of a content is asked for anew, and takes no memory. */
  readonly forgetPaths: () => void;
}

/**
 * The app that renders pages, kept in a folder from one build to the next: to bundle it takes longer than most edits of
 * content. It holds no content. It belongs to one state of the code; of what else it depends on its label tells.
 */
export class KeptApp {
  /** Where it lies. */
  readonly folder: string;
  readonly #site: string;

  /** `site` is the folder of the pages. */
  constructor(folder: string, site: string) {
    this.folder = folder;
    this.#site = site;
  }

  /** Where the photographs lie that pages may show: what Astro would lay into every site. */
  get originals(): string {
    return join(this.folder, 'originals');
  }

  async drop(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Takes what Astro has bundled, before it removes that; `pages` holds the styles of routes. */
  async take(pages: RoutePages): Promise<void> {
    await this.drop();
    await cp(join(this.#site, bundled), join(this.folder, 'code'), { recursive: true });
    const routes = [...pages].map(
      ([key, { component, styles, route }]): Route => [
        key,
        { component, styles, route: { route: route.route } },
      ],
    );
    await writeFile(join(this.folder, 'routes.json'), JSON.stringify(routes));
  }

  /** From now on what was taken can be relied on: all that Astro makes lies beside `pages`, the files of pages. */
  async label(pages: readonly string[]): Promise<void> {
    await mkdir(this.originals, { recursive: true });
    const lying = new Set(pages);
    const files: string[] = [];
    for (const file of filesBelow(this.#site).filter((one) => !lying.has(one)))
      if (dirname(file) === assetsFolder && isPhotograph(file))
        await rename(join(this.#site, file), join(this.originals, basename(file)));
      else files.push(file);
    await writeFile(
      join(this.folder, 'label.json'),
      JSON.stringify({ media: mediaNow(), files } satisfies Label),
    );
  }

  /** True where it would be the same if it were bundled now, by the same code. */
  async isWhole(): Promise<boolean> {
    const text = await readFile(join(this.folder, 'label.json'), 'utf8').catch(() => undefined);
    if (text === undefined) return false;
    const { files, media } = JSON.parse(text) as Label;
    return files.every((file) => existsSync(join(this.#site, file))) && isDeepStrictEqual(media, mediaNow());
  }
}

/** Starts the app that lies in `folder`. Throws where there is none. */
export async function startApp(folder: string): Promise<StartedApp> {
  const code = join(folder, 'code');
  const entry = readdirSync(code).find((name) => /^prerender-entry\..*mjs$/.test(name));
  if (!entry) throw new Error(`There is no app in ${folder}.`);
  const routes = JSON.parse(await readFile(join(folder, 'routes.json'), 'utf8')) as Route[];
  const pages = new Map(routes) as unknown as RoutePages;
  const { app } = (await import(pathToFileURL(join(code, entry)).href)) as { app: BundledApp };
  app.setInternals({ pagesByKeys: pages });
  app.setOptions({ settings: { scripts: [] }, logger: createConsoleLogger({ level: 'warn' }) });
  keepRoutes(app);
  return {
    app,
    pages,
    paths: () => new StaticPaths(app as unknown as StaticPathsApp).getAll(),
    forgetPaths: () => app.routeCache.clearAll(),
  };
}

/** True for a file of `assetsFolder` that is a picture: photographs and what is made from them alone are. */
export function isPhotograph(name: string): boolean {
  return /\.(?:png|jpe?g|webp|avif)$/.test(name);
}

/** The uploaded files with what the disk says of each, which differs once it was written. */
function mediaNow(): string[] {
  return filesBelow('public/media').map((file) => {
    const { size, mtimeMs, ctimeMs } = statSync(join('public/media', file));
    return `${file} ${size} ${mtimeMs} ${ctimeMs}`;
  });
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
