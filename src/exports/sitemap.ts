import type { Catalogue } from '../catalogue/catalogue.ts';
import { defaultLocale, type Locale, locales } from '../i18n/locales.ts';
import { fixedPages, urlFor } from '../i18n/urls.ts';
import { listPages, pathOfPage } from '../search/lists.ts';
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
    ...listPages(catalogue.courses.size)
      .slice(1)
      .map(({ page }) => pathOfPage('courses/', page)),
    ...of('', catalogue.pages),
    ...of('courses/', catalogue.courses),
    ...of('modules/', catalogue.modules),
    ...of('paths/', catalogue.paths),
    ...of('topics/', catalogue.topics),
    ...of('people/', catalogue.people),
    ...of('news/', catalogue.news),
  ];
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
