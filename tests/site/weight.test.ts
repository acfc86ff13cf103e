import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Page, readPages, siteFolder, tagsNamed } from './pages.ts';

const folder = siteFolder();
const pages = readPages(folder);

function brotli(content: string | Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** The page itself and its style sheets. */
function htmlAndCss(page: Page): number {
  const sheets = tagsNamed(page, 'link').filter(({ attributes }) => attributes['rel'] === 'stylesheet');
  const weights = sheets.map(({ attributes }) =>
    brotli(readFileSync(join(folder, attributes['href'] ?? ''))),
  );
  return weights.reduce((sum, weight) => sum + weight, brotli(page.html));
}

/** The scripts a page loads, with all that they import. */
function scripts(page: Page): number {
  const inline = [...page.html.matchAll(/<script(?: type="module")?>([\s\S]+?)<\/script>/g)].map(
    ([, code = '']) => code,
  );
  const loaded = tagsNamed(page, 'script').flatMap(({ attributes }) => attributes['src'] ?? []);
  const preloaded = tagsNamed(page, 'link').flatMap(({ attributes }) =>
    attributes['rel'] === 'modulepreload' ? (attributes['href'] ?? []) : [],
  );
  const seen = new Set([...loaded, ...preloaded]);
  const imported = /(?:from|import)\s*\(?["'](\.[^"']+)["']/g;
  const note = (code: string, at: string) => {
    for (const [, path = ''] of code.matchAll(imported))
      seen.add(new URL(path, `https://site.example${at}`).pathname);
  };
  for (const code of inline) note(code, page.address);
  for (const path of seen) note(readFileSync(join(folder, path), 'utf8'), path);
  const weights = [
    ...inline.map(brotli),
    ...[...seen].map((path) => brotli(readFileSync(join(folder, path)))),
  ];
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function heaviest(pattern: RegExp, weigh: (page: Page) => number): { address: string; weight: number } {
  const weighed = pages
    .filter(({ address }) => pattern.test(address))
    .map((page) => ({ address: page.address, weight: weigh(page) }));
  expect(weighed.length).toBeGreaterThan(9);
  return weighed.reduce((most, one) => (one.weight > most.weight ? one : most));
}

test('a course page weighs at most 14 KB of HTML and CSS, compressed', () => {
  const { address, weight } = heaviest(/^\/\w\w\/courses\/[^/]+\/$/, htmlAndCss);
  console.log(`heaviest course page: ${address}, ${weight} bytes of HTML and CSS`);
  expect(weight, address).toBeLessThanOrEqual(14 * 1024);
});

test('the scripts of a course page weigh at most 10 KB, compressed', () => {
  const { address, weight } = heaviest(/^\/\w\w\/courses\/[^/]+\/$/, scripts);
  console.log(`most scripts on a course page: ${address}, ${weight} bytes`);
  expect(weight, address).toBeLessThanOrEqual(10 * 1024);
});

test('the scripts of a module page weigh at most 25 KB, compressed', () => {
  const { address, weight } = heaviest(/^\/\w\w\/modules\/[^/]+\/$/, scripts);
  console.log(`most scripts on a module page: ${address}, ${weight} bytes`);
  expect(weight, address).toBeLessThanOrEqual(25 * 1024);
});
