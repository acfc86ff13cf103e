import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { listed } from './shared/pages.mjs';
import words from './words.json' with { type: 'json' };

/** Names of the languages, as Starlight’s language switch shows them. */
const locales = Object.fromEntries(Object.keys(words).map((lang) => [lang, { label: lang, lang }]));

export default defineConfig({
  site: 'https://digital-academy.example',
  outDir: './out',
  publicDir: './static',
  trailingSlash: 'always',
  build: { concurrency: 4 },
  integrations: [
    starlight({
      title: words.fr.site,
      defaultLocale: 'fr',
      locales,
      disable404Route: true,
      pagination: false,
      sidebar: listed.map((name) => ({
        label: words.fr[name],
        link: `/${name}/`,
        translations: Object.fromEntries(Object.keys(words).map((lang) => [lang, words[lang][name]])),
      })),
      components: { MarkdownContent: './src/components/Entry.astro' },
    }),
  ],
});
