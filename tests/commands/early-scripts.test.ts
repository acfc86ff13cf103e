import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { importLinks } from '../../src/commands/build-pages/early-scripts.ts';

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

const linked = (...names: string[]) => {
  const links = importLinks(folder, '/base/')(names.map((name) => `/base/_astro/${name}`));
  return [
    ...Buffer.from(links)
      .toString()
      .matchAll(/<link rel="modulepreload" href="([^"]+)" fetchpriority="low">/g),
  ].map(([, address]) => address);
};

test('a page names once what its scripts import, and what that imports, not what may come later', () => {
  expect(linked('page.js', 'other.js')).toEqual([
    '/base/_astro/shared.js',
    '/base/_astro/side.js',
    '/base/_astro/deep.js',
  ]);
});

test('a script that imports another of the page does not name it again', () => {
  expect(linked('shared.js', 'deep.js')).toEqual([]);
});
