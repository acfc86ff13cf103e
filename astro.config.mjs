import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { quickRendering } from './src/rendering/quick-rendering.ts';
import { readSite } from './src/site.ts';

const site = readSite(process.env);

export default defineConfig({
  site: site.address,
  base: site.basePath,
  outDir: site.outDir,
  trailingSlash: 'always',
  // Styles stand in the page: a course page is one request and complete within the first round trip.
  build: { format: 'directory', concurrency: 4, inlineStylesheets: 'always' },
  // The default, 'jsx', drops a line break before an inline element, and with it the space between two words:
  // the formatter breaks lines there by the rules of HTML.
  compressHTML: true,
  prefetch: false,
  devToolbar: { enabled: false },
  integrations: [mdx()],
  // Nothing is inlined, so that the content security policy needs no exception for scripts, fonts and pictures.
  vite: {
    plugins: [quickRendering()],
    build: { assetsInlineLimit: 0, modulePreload: false },
    // What several islands share is one file, not one for each module; what the search alone needs comes with it.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  {
                    name: 'islands',
                    test: /src\/(?:islands|i18n|catalogue)\/|preload-helper/,
                    minShareCount: 2,
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
});
