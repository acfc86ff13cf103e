import { existsSync, readdirSync, statSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { createConsoleLogger } from 'astro/app';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import type { PagesApp } from './make-page.ts';
import type { RoutePages } from './named-sheets.ts';
import { filesShown, knowPictures, type PagePictures } from './pictures.ts';
import type { PageSource, Renewal } from './renew-pages.ts';
import type { Traces } from './traces.ts';

/** Where Astro bundles the code that renders pages, in the folder of the site, until these are made. */
const bundled = '.prerender';

/** What lies beside a kept app: what was true when it was made, as far as the digest of the code does not say it. */
interface Label {
  /** The files that editors uploaded: the photographs are a part of the app. */
  readonly media: readonly string[];
  /** What Astro laid beside the pages: scripts, pictures, public files. */
  readonly files: readonly string[];
  /** The pictures that pages show, for which these files are. */
  readonly shown: readonly string[];
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
}

/** The app, ready to render, with the styles of its routes. */
export type StartedApp = PageSource & { readonly pages: RoutePages };

/**
 * The app that renders pages, kept in a folder from one build to the next: to bundle it takes longer than most edits of
 * content. It holds no content. It belongs to one state of the code; of what else it depends on its label tells.
 */
export class KeptApp {
  /** Where it lies. */
  readonly folder: string;
  readonly #site: string;
  #label: Label | undefined;

  /** `site` is the folder of the pages. */
  constructor(folder: string, site: string) {
    this.folder = folder;
    this.#site = site;
  }

  async drop(): Promise<void> {
    this.#label = undefined;
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Takes what Astro has bundled, before pages are made with it; `pages` holds their styles. */
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

  /** From now on what was taken can be relied on: all that Astro makes lies beside the pages. */
  async label({ traces, pictures }: Renewal): Promise<void> {
    if (!traces) return;
    const pages = new Set(traces.files);
    const files = filesBelow(this.#site).filter((file) => !pages.has(file));
    const label: Label = { media: mediaNow(), files, shown: filesShown(pictures) };
    await writeFile(join(this.folder, 'label.json'), JSON.stringify(label));
  }

  /** The app and its pages, for a build of the same code; undefined where there is none, or where it would be another now. */
  async open({ pictures }: Traces, basePath: string): Promise<StartedApp | undefined> {
    this.#label = await this.#readLabel();
    if (!this.#label) return undefined;
    knowPictures(Object.values(pictures), basePath);
    return startApp(this.folder);
  }

  /** True where the pages show the same pictures as when Astro made these, so that it need not be asked. */
  showsTheSame(pictures: readonly PagePictures[]): boolean {
    return isDeepStrictEqual(this.#label?.shown, filesShown(pictures));
  }

  async #readLabel(): Promise<Label | undefined> {
    const text = await readFile(join(this.folder, 'label.json'), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const label = JSON.parse(text) as Label;
    const isWhole = label.files.every((file) => existsSync(join(this.#site, file)));
    return isWhole && isDeepStrictEqual(label.media, mediaNow()) ? label : undefined;
  }
}

/** Starts the app that lies in `folder`; undefined where there is none. */
export async function startApp(folder: string): Promise<StartedApp | undefined> {
  const code = join(folder, 'code');
  const entry = readdirSync(code).find((name) => /^prerender-entry\..*mjs$/.test(name));
  if (!entry) return undefined;
  const routes = JSON.parse(await readFile(join(folder, 'routes.json'), 'utf8')) as Route[];
  const pages = new Map(routes) as unknown as RoutePages;
  const { app } = (await import(pathToFileURL(join(code, entry)).href)) as { app: BundledApp };
  app.setInternals({ pagesByKeys: pages });
  app.setOptions({ settings: { scripts: [] }, logger: createConsoleLogger({ level: 'warn' }) });
  return { app, pages, paths: () => new StaticPaths(app as unknown as StaticPathsApp).getAll() };
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
