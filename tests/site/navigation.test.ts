import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { isContentPage, type Page, readPages, siteFolder, tagsNamed } from './pages.ts';

const folder = siteFolder();
const pages = readPages(folder);
const contentPages = pages.filter(isContentPage);

/** What stands between `from` and `to` in the code of a page. */
function partOf({ html }: Page, from: string, to: string): string {
  const start = html.indexOf(from);
  return start < 0 ? '' : html.slice(start, html.indexOf(to, start));
}

function linksIn(part: string): string[] {
  return [...part.matchAll(/<a\b[^>]*? href="([^"]*)"/g)].map(([, address = '']) => address);
}

test('menu, languages and the links at the foot are the same on every page of a language, in the same order', () => {
  for (const locale of locales) {
    const own = contentPages.filter(({ address }) => address.startsWith(`/${locale}/`));
    const menus = new Set(own.map((page) => linksIn(partOf(page, '<nav id="menu"', '</nav>')).join(' ')));
    const feet = new Set(own.map((page) => linksIn(partOf(page, '<footer', '</footer>')).join(' ')));
    expect([menus.size, feet.size], locale).toEqual([1, 1]);
    const [menu = ''] = menus;
    expect(menu.split(' ').length).toBeGreaterThan(5);
    const [foot = ''] = feet;
    for (const place of ['help', 'site-map', 'accessibility'])
      expect(foot, locale).toContain(`/${locale}/${place}/`);
    expect(foot).toContain('mailto:');
  }
});

test('every page has one search field, before the text or at its beginning', () => {
  const wrong = contentPages.filter(
    (page) => tagsNamed(page, 'input').filter(({ attributes }) => attributes['name'] === 'q').length !== 1,
  );
  expect(wrong.map(({ address }) => address)).toEqual([]);
});

test('the site map leads to every page that search engines shall know, but for the parts of lists', () => {
  const sitemap = readFileSync(join(folder, 'sitemap.xml'), 'utf8');
  const isPartOfList = (path: string) => /\/page\/\d+\/$|\/courses\/[^/]+\/[^/]+\//.test(path);
  for (const locale of locales) {
    const known = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)]
      .map(([, address = '']) => new URL(address).pathname)
      .filter((path) => path.startsWith(`/${locale}/`) && !isPartOfList(path));
    const map = contentPages.find(({ address }) => address === `/${locale}/site-map/`);
    const led = new Set(map ? tagsNamed(map, 'a').map(({ attributes }) => attributes['href']) : []);
    expect(known.length).toBeGreaterThan(50);
    expect(
      known.filter((path) => !led.has(path)),
      locale,
    ).toEqual([]);
  }
});

test('the way past the filters and the way past the header lead to a place that takes the focus', () => {
  for (const page of contentPages) {
    const [main] = tagsNamed(page, 'main');
    expect([main?.attributes['id'], main?.attributes['tabindex']], page.address).toEqual(['content', '-1']);
    expect(page.html.indexOf('href="#content"')).toBeLessThan(page.html.indexOf('<header'));
  }
  const catalogue = contentPages.find(({ address }) => address === '/fr/courses/');
  expect(catalogue?.html.indexOf('href="#results"')).toBeLessThan(catalogue?.html.indexOf('<fieldset') ?? 0);
  expect(catalogue?.html).toMatch(/id="results" tabindex="-1"/);
});

test('a language in which a page is not written says so before one chooses it', () => {
  const page = contentPages.find(({ address }) => address === '/de/courses/marches-publics-electroniques/');
  const languages = partOf(page as Page, '<header', '</header>');
  const linkTo = (locale: string) =>
    new RegExp(`<a [^>]*hreflang="${locale}"[\\s\\S]*?</a>`).exec(languages)?.[0] ?? '';
  expect(linkTo('en')).toContain('in French');
  expect(linkTo('de')).not.toContain('instead');
});

test('no link opens a window of its own', () => {
  const wrong = pages.filter(({ tags }) => tags.some(({ attributes }) => attributes['target']));
  expect(wrong.map(({ address }) => address)).toEqual([]);
});
