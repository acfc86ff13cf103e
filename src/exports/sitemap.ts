import type { Catalogue } from '../catalogue/catalogue.ts';
import { type ListPage, sessionsOnPage } from '../catalogue/lists.ts';
import { defaultLocale, type Locale, locales } from '../i18n/locales.ts';
import { fixedPages, urlFor } from '../i18n/urls.ts';
import { pathOfPage } from '../search/lists.ts';
import { escapeXml } from './xml.ts';

/** Pages that are of use only to who is already there. */
const unlisted: ReadonlySet<string> = new Set([
  '404/',
  'my-learning/',
  'blocks/',
  'editing/',
  'editing/state/',
]);

/** The addresses of every page that search engines shall know, without language. */
export function pagesOf(catalogue: Catalogue): string[] {
  const of = (folder: string, entries: ReadonlyMap<string, unknown>) =>
    [...entries.keys()].map((slug) => `${folder}${slug}/`);
  return [
    ...fixedPages.filter((path) => !unlisted.has(path)),
    ...laterPages('courses/', catalogue.links.all.page('courses', 1)),
    ...laterPages('sessions/', catalogue.links.all.page('calendar', 1, sessionsOnPage)),
    ...[...catalogue.topics.keys()].flatMap((slug) =>
      laterPages(`topics/${slug}/`, catalogue.links.coursesOfTopic.page(slug, 1)),
    ),
    ...[...catalogue.links.coursesOfValue.keys()].flatMap((name) => [
      `courses/${name}/`,
      ...laterPages(`courses/${name}/`, catalogue.links.coursesOfValue.page(name, 1)),
    ]),
    ...of('', catalogue.pages),
    ...of('courses/', catalogue.courses),
    ...of('modules/', catalogue.modules),
    ...of('paths/', catalogue.paths),
    ...of('topics/', catalogue.topics),
    ...of('people/', catalogue.people),
    ...of('news/', catalogue.news),
  ];
}

/** The pages of the list at `path` after the first. */
function laterPages(path: string, { pages }: ListPage<string>): string[] {
  return Array.from({ length: pages - 1 }, (_, at) => pathOfPage(path, at + 2));
}

/** The sitemap (sitemaps.org 0.9): every page in every language, each naming the others. */
export function sitemap(catalogue: Catalogue, origin: URL | undefined): string {
  const address = (locale: Locale, path: string) => escapeXml(new URL(urlFor(locale, path), origin).href);
  const alternates = (path: string) =>
    [...locales.map((locale) => [locale, locale] as const), ['x-default', defaultLocale] as const]
      .map(
        ([name, locale]) =>
          `<xhtml:link rel="alternate" hreflang="${name}" href="${address(locale, path)}"/>`,
      )
      .join('');
  const urls = pagesOf(catalogue).flatMap((path) =>
    locales.map((locale) => `<url><loc>${address(locale, path)}</loc>${alternates(path)}</url>`),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}
