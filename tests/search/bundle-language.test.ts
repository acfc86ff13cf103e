import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linkTree } from '../../src/commands/build-pages/link-tree.ts';
import { bundleLanguage, openBundle } from '../../src/search/bundle-language.ts';
import { recordsFile } from '../../src/search/records-file.ts';
import { recordOf } from './record.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const titles = ['Langage clair', 'Protection des données', 'Sécurité', 'Tableur'];

/** Makes the bundle of courses of these titles; where it lies. */
async function bundle(titles: readonly string[], kept = 'kept') {
  const records = titles.map((title) =>
    recordOf({
      slug: title.toLowerCase(),
      title,
      summary: `Un cours : ${title}`,
      text: 'Les participants s’exercent.',
      hours: 3,
    }),
  );
  const file = join(folder, 'records.json');
  writeFileSync(file, recordsFile(records));
  const place = { bundle: join(folder, kept, 'bundle'), texts: join(folder, kept, 'texts') };
  const { name, keep } = await bundleLanguage(openBundle({ locale: 'fr', ...place }), file);
  keep();
  return { name, files: join(place.bundle, 'files'), label: join(place.bundle, 'label.json') };
}

function contentOf(files: string): Map<string, string> {
  const paths = readdirSync(files, { recursive: true, encoding: 'utf8' }).sort();
  const ofFiles = paths.filter((path) => statSync(join(files, path)).isFile());
  return new Map(ofFiles.map((path) => [path, readFileSync(join(files, path), 'base64')]));
}

test('the same records leave the bundle as it is', async () => {
  const first = await bundle(titles);
  const before = statSync(join(first.files, 'titles.json')).ino;
  const second = await bundle(titles);
  expect(second.name).toBe(first.name);
  expect(statSync(join(second.files, 'titles.json')).ino).toBe(before);
});

test.each([
  ['changed', titles.with(1, 'Données protégées')],
  ['gone', titles.toSpliced(1, 1)],
  ['new', titles.toSpliced(1, 0, 'Girafes')],
])('where an entry is %s the bundle has the bytes of one made anew', async (_, edited) => {
  const first = await bundle(titles);
  const again = await bundle(edited);
  const anew = await bundle(edited, 'other');
  expect(again.name).not.toBe(first.name);
  expect(again.name).toBe(anew.name);
  expect(contentOf(again.files)).toEqual(contentOf(anew.files));
});

test('a site that shares the files of a bundle keeps them as they were', async () => {
  const { files } = await bundle(titles);
  const [served, before] = [join(folder, 'served'), contentOf(files)];
  linkTree(files, served);
  await bundle(titles.with(1, 'Données protégées'));
  expect(contentOf(files)).not.toEqual(before);
  expect(contentOf(served)).toEqual(before);
});

test('a bundle that was not finished is made again', async () => {
  const { label, files, name } = await bundle(titles);
  rmSync(label);
  rmSync(join(files, 'titles.json'));
  expect(await bundle(titles)).toMatchObject({ name });
  expect(contentOf(files).has('titles.json')).toBe(true);
});
