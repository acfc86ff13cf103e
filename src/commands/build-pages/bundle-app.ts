import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { build } from 'astro';
import { explain } from '../explain.ts';
import type { BundleTask } from './bundling.ts';
import { KeptApp } from './kept-app.ts';
import type { RoutePages } from './named-sheets.ts';

/**
 * A process that has Astro bundle the code, keeps the app that renders pages, and lays scripts and public files into the
 * folder of the site. It ends before pages are made: what Astro holds in memory is several times what they need.
 */
async function bundleApp({ app, folder, store, pages: lying }: BundleTask): Promise<void> {
  const keptApp = new KeptApp(app, folder);
  let pages: RoutePages = new Map();
  // Astro is told of no page: it would keep the addresses of all of them and take several turns to write each.
  const prerenderer: AstroPrerenderer = {
    name: 'keep-app',
    setup: () => keptApp.take(pages),
    getStaticPaths: async () => [],
    render: async ({ url }) => {
      throw new Error(`${url} is made by the app that is kept.`);
    },
  };
  const integration: AstroIntegration = {
    name: 'keep-app',
    hooks: {
      'astro:build:setup': (setup) => {
        pages = setup.pages;
      },
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer(prerenderer),
    },
  };
  await build({
    outDir: folder,
    logLevel: 'warn',
    cacheDir: store,
    integrations: [integration],
    vite: { build: { emptyOutDir: false } },
  });
  await keptApp.label(lying);
}

// Also where whoever started it has been killed.
process.once('disconnect', () => process.exit());
process.once('message', async (task: BundleTask) => {
  try {
    await bundleApp(task);
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
  process.disconnect();
});
