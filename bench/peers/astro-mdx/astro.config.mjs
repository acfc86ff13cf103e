import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://digital-academy.example',
  outDir: './out',
  publicDir: './static',
  trailingSlash: 'always',
  build: { concurrency: 4 },
  integrations: [mdx()],
});
