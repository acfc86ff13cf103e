import type { Catalogue } from '../catalogue/catalogue.ts';
import { type ListPage, pageOf, pagesFor, peopleOnPage, sessionsOnPage } from '../catalogue/lists.ts';
import { defaultLocale, type Locale, locales } from '../i18n/locales.ts';
import { fileUrl, fixedPages, urlFor } from '../i18n/urls.ts';
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
    ...(['modules', 'paths', 'news'] as const).flatMap((name) =>
      laterPages(`${name}/`, catalogue.links.all.page(name, 1)),
    ),
    ...laterPages('people/', catalogue.links.all.page('people', 1, peopleOnPage)),
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

/** So many pages stand in one file: in four languages 20,000 addresses, 14 MB; 50,000 and 50 MB are allowed. */
const mostPages = 5000;

/** In how many files the addresses of the site stand. */
export function sitemapParts(catalogue: Catalogue): number {
  return pagesFor(pagesOf(catalogue).length, mostPages);
}

/** The sitemap (sitemaps.org 0.9): every page, or the files in which they stand where one would be too large. */
export function sitemap(catalogue: Catalogue, origin: URL | undefined): string {
  const parts = sitemapParts(catalogue);
  if (parts === 1) return sitemapPart(catalogue, origin, 1);
  const files = Array.from({ length: parts }, (_, at) => fileUrl(`sitemap/${at + 1}.xml`));
  return xmlOf(
    'sitemapindex',
    '',
    files.map((file) => `<sitemap><loc>${escapeXml(new URL(file, origin).href)}</loc></sitemap>`),
  );
}

/** A file of the sitemap: its pages in every language, each naming the others. */
export function sitemapPart(catalogue: Catalogue, origin: URL | undefined, part: number): string {
  const address = (locale: Locale, path: string) => escapeXml(new URL(urlFor(locale, path), origin).href);
  const alternates = (path: string) =>
    [...locales.map((locale) => [locale, locale] as const), ['x-default', defaultLocale] as const]
      .map(
        ([name, locale]) =>
          `<xhtml:link rel="alternate" hreflang="${name}" href="${address(locale, path)}"/>`,
      )
      .join('');
  const urls = pageOf(pagesOf(catalogue), part, mostPages).entries.flatMap((path) => {
    const others = alternates(path);
    return locales.map((locale) => `<url><loc>${address(locale, path)}</loc>${others}</url>`);
  });
  return xmlOf('urlset', ' xmlns:xhtml="http://www.w3.org/1999/xhtml"', urls);
}

function xmlOf(name: string, attributes: string, elements: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${attributes}>`,
    ...elements,
    `</${name}>`,
    '',
  ].join('\n');
}
