import { all, words } from '../entries.js';
import { listed } from '../shared/pages.mjs';

const locales = Object.fromEntries(
  Object.entries(words).map(([lang, own]) => [
    lang,
    {
      label: lang,
      lang,
      link: `/${lang}/`,
      themeConfig: { nav: listed.map((name) => ({ text: own[name], link: `/${lang}/${name}/` })) },
    },
  ]),
);

export default {
  title: words.fr.site,
  srcDir: 'content',
  outDir: 'out',
  cacheDir: '.cache',
  ignoreDeadLinks: true,
  locales,
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        // Title, summary and facts stand in the template: they are searched too.
        _render(source, environment, markdown) {
          const html = markdown.render(source, environment);
          const { title, summary = '', facts = [], language } = environment.frontmatter;
          if (!language) return '';
          const words = facts.flatMap(({ values }) => values).join(', ');
          return `${markdown.render(`# ${title}\n\n${summary}\n\n${words}\n`)}${html}`;
        },
      },
    },
  },
  vite: { publicDir: '../static', logLevel: 'error', build: { chunkSizeWarningLimit: 100_000 } },
  /** What a page shows of other entries. */
  transformPageData({ frontmatter, params }) {
    const { lists, related, pages } = all();
    if (params?.locale && !params.path) {
      const of = (name) =>
        pages.filter(({ locale, collection }) => locale === params.locale && collection === name);
      const { site, topics, news } = words[params.locale];
      const parts = [
        { title: topics, entries: of('topics') },
        { title: news, entries: of('news').slice(0, 6) },
      ];
      return { title: site, frontmatter: { ...frontmatter, locale: params.locale, title: site, parts } };
    }
    const list = lists.get(params?.path ?? frontmatter.address);
    const near = related.get(frontmatter.address);
    if (list)
      return {
        title: list.title,
        frontmatter: { ...frontmatter, title: list.title, locale: list.locale, list },
      };
    if (near) return { frontmatter: { ...frontmatter, related: near } };
  },
};
