import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf, isContentPage, readPages, siteFolder, tagsNamed } from './pages.ts';

const folder = siteFolder();
const files = filesOf(folder);
const pages = readPages(folder);
const modules = pages.filter(({ address }) => /^\/\w\w\/modules\/[^/]+\/$/.test(address));
const taken = pages.filter(({ file }) => /^\/(\w\w)\/modules\/([^/]+)\/\2\.\1\.html$/.test(file));

test('every module page offers its file, in the language its text has, under a name that says what it is', () => {
  expect(modules.length).toBeGreaterThanOrEqual(40);
  for (const page of modules) {
    const link = tagsNamed(page, 'a').find(
      ({ attributes }) => 'download' in attributes && 'hreflang' in attributes,
    );
    const { href = '', download, hreflang } = link?.attributes ?? {};
    expect(files, page.address).toContain(href);
    expect(href.endsWith(`/${download}`), page.address).toBe(true);
    const article = tagsNamed(page, 'article')[0]?.attributes['lang'] ?? page.address.slice(1, 3);
    expect(hreflang, page.address).toBe(article);
  }
});

test('a file is there for each language a module is written in, and nothing is left of how it was made', () => {
  const written = modules.filter((page) => !tagsNamed(page, 'article')[0]?.attributes['lang']);
  expect(taken.map(({ file }) => file.replace(/[^/]+$/, '')).sort()).toEqual(
    written.map(({ address }) => address).sort(),
  );
  expect(files.filter((file) => file.includes('/one-file/'))).toEqual([]);
  expect(taken.filter(isContentPage)).toEqual([]);
});

test('search engines are told to leave the files alone', () => {
  const robots = taken.map((page) =>
    tagsNamed(page, 'meta').find(({ attributes }) => attributes['name'] === 'robots'),
  );
  expect(robots.map((tag) => tag?.attributes['content'])).toEqual(taken.map(() => 'noindex'));
  expect(readFileSync(join(folder, 'sitemap.xml'), 'utf8')).not.toContain('.html');
});

test('a file names nothing of this site but by its whole address', () => {
  const named = taken.flatMap((page) =>
    page.tags.flatMap(({ name, attributes }) =>
      ['href', 'src', 'poster', 'srcset']
        .flatMap((key) => attributes[key] ?? [])
        .filter((address) => !/^(?:data:|https?:|mailto:|tel:|#)/.test(address))
        .map((address) => `${page.file} ${name} ${address}`),
    ),
  );
  expect(named).toEqual([]);
});
