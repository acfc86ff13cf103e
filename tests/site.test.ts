import { expect, test } from 'vitest';
import { readSite } from '../src/site.ts';

test('without settings the site is a demonstration at the root of its address', () => {
  expect(readSite({})).toMatchObject({ basePath: '/', contentDir: 'content', outDir: 'dist' });
});

test('a sub-folder has a slash at both ends, however it is written', () => {
  const paths = ['academie', '/academie', 'academie/', '/academie/'];
  expect(paths.map((path) => readSite({ BASE_PATH: path }).basePath)).toEqual(Array(4).fill('/academie/'));
});

test('an address that is none is refused with what to write', () => {
  expect(() => readSite({ SITE_URL: 'academie.lu' })).toThrow(
    'Set SITE_URL to an address that begins with https://',
  );
});
