import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { build } from 'astro';
import type { KeptApp } from './kept-app.ts';
import type { PagesApp } from './make-page.ts';
import type { RoutePages } from './named-sheets.ts';
import { listOf, readyPictures } from './pictures.ts';
import { type Renewal, type RenewalWish, renewPages } from './renew-pages.ts';

/** Astro’s own, which has its app once it is set up. */
interface InnerPrerenderer extends AstroPrerenderer {
  readonly app: PagesApp;
}

/**
 * Has Astro bundle the code, renew the pages of `wish` with it, and make pictures. The app that it bundles stays in
 * `keptApp`, for builds that need nothing else. `store` is where Astro keeps pictures.
 */
export async function renewWithAstro(wish: RenewalWish, store: string, keptApp: KeptApp): Promise<Renewal> {
  let renewal: Renewal | undefined;
  let pages: RoutePages = new Map();
  const prerenderer = (inner: InnerPrerenderer): AstroPrerenderer => ({
    ...inner,
    name: 'renew-pages',
    async setup() {
      await inner.setup?.();
      await keptApp.take(pages);
    },
    // Astro is told of no page: it would keep the addresses of all of them and take several turns to write each.
    async getStaticPaths() {
      renewal = await renewPages({ app: inner.app, paths: async () => await inner.getStaticPaths() }, wish);
      await readyPictures(renewal.pictures);
      wish.log.begin('pictures');
      return [];
    },
    collectStaticImages: async () => listOf(renewal?.pictures ?? []),
  });
  const integration: AstroIntegration = {
    name: 'renew-pages',
    hooks: {
      'astro:build:setup': (setup) => {
        pages = setup.pages;
        wish.look.sheets.pages = pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        wish.log.begin('bundle');
        setPrerenderer((inner) => prerenderer(inner as InnerPrerenderer));
      },
    },
  };
  await build({
    outDir: wish.kept.folder,
    logLevel: 'warn',
    cacheDir: store,
    integrations: [integration],
    vite: { build: { emptyOutDir: false } },
  });
  if (!renewal) throw new Error('Astro has not asked for the pages.');
  await keptApp.label(renewal);
  return renewal;
}
