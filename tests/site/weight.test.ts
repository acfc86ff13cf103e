import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isContentPage, type Page, readPages, siteFolder, tagsNamed } from './pages.ts';

const folder = siteFolder();
const pages = readPages(folder);

function brotli(content: string | Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

const course = /^\/\w\w\/courses\/[^/]+\/$/;

/** The scripts a page loads before anyone does anything, with all that they import. */
function scriptsOf(page: Page): ReadonlySet<string> {
  const seen = new Set(tagsNamed(page, 'script').flatMap(({ attributes }) => attributes['src'] ?? []));
  for (const path of seen) {
    const code = readFileSync(join(folder, path), 'utf8');
    for (const [, imported = ''] of code.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g))
      seen.add(new URL(imported, `https://site.example${path}`).pathname);
  }
  return seen;
}

function scripts(page: Page): number {
  return [...scriptsOf(page)].reduce((sum, path) => sum + brotli(readFileSync(join(folder, path))), 0);
}

function heaviest(pattern: RegExp, weigh: (page: Page) => number): { address: string; weight: number } {
  const weighed = pages
    .filter(({ address }) => pattern.test(address))
    .map((page) => ({ address: page.address, weight: weigh(page) }));
  expect(weighed.length).toBeGreaterThan(9);
  return weighed.reduce((most, one) => (one.weight > most.weight ? one : most));
}

test('a course page is whole within 14 KB, compressed as every server can', () => {
  const { address, weight } = heaviest(course, ({ html }) => gzipSync(html, { level: 9 }).length);
  console.log(`heaviest course page: ${address}, ${weight} bytes by gzip`);
  expect(weight, address).toBeLessThanOrEqual(14 * 1024);
});

test('before its picture a course page asks for itself, one font and two scripts, and for no style sheet', () => {
  const others = pages
    .filter(({ address }) => course.test(address))
    .flatMap((page) => {
      const asked = (rel: string) =>
        tagsNamed(page, 'link').filter(({ attributes }) => attributes['rel'] === rel);
      const counts = {
        fonts: asked('preload').length,
        sheets: asked('stylesheet').length,
        scripts: scriptsOf(page).size,
      };
      const isRight = counts.fonts === 1 && counts.sheets === 0 && counts.scripts === 2;
      return isRight || page.html.includes('glossary-term') ? [] : [{ address: page.address, ...counts }];
    });
  expect(others).toEqual([]);
});

test('the font that pages load first comes in one round trip: ten packets of 1460 bytes, headers included', () => {
  const fonts = new Set(
    pages.flatMap((page) =>
      tagsNamed(page, 'link').flatMap(({ attributes }) =>
        attributes['rel'] === 'preload' ? (attributes['href'] ?? []) : [],
      ),
    ),
  );
  expect(fonts.size).toBe(1);
  for (const font of fonts) expect(readFileSync(join(folder, font)).length, font).toBeLessThanOrEqual(14_000);
});

test('what the scripts of a page import is named in its head', () => {
  const unnamed = pages.filter(isContentPage).flatMap((page) => {
    const named = tagsNamed(page, 'link').flatMap(({ attributes }) =>
      attributes['rel'] === 'modulepreload' ? (attributes['href'] ?? []) : [],
    );
    const entries = tagsNamed(page, 'script').flatMap(({ attributes }) => attributes['src'] ?? []);
    const missing = [...scriptsOf(page)].filter((one) => ![...named, ...entries].includes(one));
    return missing.length === 0 || page.address.startsWith('/admin/')
      ? []
      : [{ page: page.address, missing }];
  });
  expect(unnamed).toEqual([]);
});

test('the scripts of a course page weigh at most 10 KB, compressed', () => {
  const { address, weight } = heaviest(course, scripts);
  console.log(`most scripts on a course page: ${address}, ${weight} bytes`);
  expect(weight, address).toBeLessThanOrEqual(10 * 1024);
});

test('the scripts of a module page weigh at most 25 KB, compressed', () => {
  const { address, weight } = heaviest(/^\/\w\w\/modules\/[^/]+\/$/, scripts);
  console.log(`most scripts on a module page: ${address}, ${weight} bytes`);
  expect(weight, address).toBeLessThanOrEqual(25 * 1024);
});
