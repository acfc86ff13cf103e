import type { Site } from '../../site.ts';
import { isInPart, type Part } from '../build-parts/part.ts';
import type { BuildLog } from './build-log.ts';
import { nameScriptsEarly } from './early-scripts.ts';
import { NamedSheets } from './named-sheets.ts';
import { type Renewal, type RenewalWish, renewPages } from './renew-pages.ts';
import { slimmer } from './slim-page.ts';
import type { Workshop } from './workshop.ts';

/**
 * Makes the pages of a site, or a part of it, in the folder of `workshop`, with the app of the build before where nothing
 * but content has changed; Astro is started where something else has, or where pictures have to be made or removed.
 * The addresses of all pages of the site, whatever the part.
 */
export async function makePages(
  site: Site,
  workshop: Workshop,
  part: Part | undefined,
  log: BuildLog,
): Promise<readonly string[]> {
  let all: readonly string[] = [];
  const sheets = new NamedSheets();
  const slim = await slimmer((css) => sheets.textOf(css));
  const named = nameScriptsEarly(workshop.pages.folder, site.basePath);
  const wish: RenewalWish = {
    kept: workshop.pages,
    site,
    look: { sheets, finish: (html) => named(slim(html)) },
    share: (addresses) => {
      all = addresses;
      return (address) => !part || isInPart(part, address);
    },
    log,
  };
  const renewal = await renewWithKeptApp(site, workshop, wish);
  if (!renewal || renewal.left > 0 || !workshop.app.showsTheSame(renewal.pictures)) {
    log.begin('start');
    const former = renewal ? renewal.traces : workshop.pages.former;
    workshop.clear(former?.files ?? []);
    const { renewWithAstro } = await import('./astro-pages.ts');
    await renewWithAstro({ ...wish, kept: { ...wish.kept, former } }, workshop.store, workshop.app);
  }
  return all;
}

async function renewWithKeptApp(
  site: Site,
  { app, pages: { former } }: Workshop,
  wish: RenewalWish,
): Promise<Renewal | undefined> {
  if (!former) return undefined;
  const source = await app.open(former, site.basePath);
  if (!source) return undefined;
  wish.look.sheets.pages = source.pages;
  return renewPages(source, wish);
}
