import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { nameScriptsEarly } from '../../src/commands/build-pages/early-scripts.ts';

const folder = mkdtempSync(join(tmpdir(), 'scripts-'));

beforeAll(() => {
  mkdirSync(join(folder, '_astro'));
  const files = {
    'page.js': 'import{a as b}from"./shared.js";import"./side.js";const later=()=>import("./later.js");',
    'other.js': 'import{c}from"./shared.js"',
    'shared.js': 'import"./deep.js";export{a,c}',
    'side.js': 'const words="from a book"',
    'deep.js': '',
    'later.js': '',
  };
  for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, '_astro', name), code);
});

const script = (name: string) =>
  `<script type="module" fetchpriority="low" src="/base/_astro/${name}"></script>`;

test('a page names once what its scripts import, and what that imports, not what may come later', () => {
  const page = nameScriptsEarly(
    folder,
    '/base/',
  )(`<head></head><body>${script('page.js')}${script('other.js')}</body>`);
  expect([...page.matchAll(/<link[^>]*href="([^"]+)"[^>]*>(?=.*<\/head>)/g)].map(([, href]) => href)).toEqual(
    ['/base/_astro/shared.js', '/base/_astro/side.js', '/base/_astro/deep.js'],
  );
  expect(page.match(/rel="modulepreload"[^>]*fetchpriority="low"/g)).toHaveLength(3);
});

test('a script that imports another of the page does not name it again', () => {
  const html = `<head></head>${script('shared.js')}${script('deep.js')}`;
  expect(nameScriptsEarly(folder, '/base/')(html)).toBe(html);
});
