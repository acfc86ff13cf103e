import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { layPictures, type PicturePlaces } from '../../src/commands/build-pages/lay-pictures.ts';
import type { PagePictures } from '../../src/commands/build-pages/pictures.ts';

let places: PicturePlaces;
let uploads: string;

beforeEach(async () => {
  const place = mkdtempSync(join(tmpdir(), 'pictures-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const [folder, store, originals] = ['site', 'store', 'originals'].map((name) => join(place, name));
  places = { folder, store, originals } as PicturePlaces;
  uploads = join(place, 'uploads');
  for (const one of [uploads, places.originals]) mkdirSync(one);
  for (const name of ['sea', 'hill']) await upload(name);
});

async function upload(name: string): Promise<void> {
  const file = join(uploads, `${name}.png`);
  await sharp({ create: { width: 80, height: 60, channels: 3, background: 'teal' } }).toFile(file);
  copyFileSync(file, join(places.originals, `${name}.1a2b.png`));
}

/** A page that shows a photograph in these widths, as the original too where `isShown`. */
function showing(name: string, widths: readonly number[], isShown = false): PagePictures {
  const originalPath = `/_astro/${name}.1a2b.png`;
  const originalSrcPath = join(uploads, `${name}.png`);
  const staticImages = widths.map((width) => ({
    originalPath,
    originalSrcPath,
    hash: `w${width}`,
    finalPath: `/_astro/${name}.1a2b_w${width}.webp`,
    transform: { src: { src: originalPath, width: 80, height: 60, format: 'png' }, width, format: 'webp' },
  })) as unknown as PagePictures['staticImages'];
  return { staticImages, referencedImages: isShown ? [originalSrcPath] : [] };
}

const lying = () => readdirSync(join(places.folder, '_astro')).sort();

test('the site holds the pictures that pages show, and no original from which they alone are made', async () => {
  await layPictures([showing('sea', [20, 40]), showing('hill', [20], true)], places);
  expect(lying()).toEqual(['hill.1a2b.png', 'hill.1a2b_w20.webp', 'sea.1a2b_w20.webp', 'sea.1a2b_w40.webp']);
  const { width, format } = await sharp(join(places.folder, '_astro/sea.1a2b_w40.webp')).metadata();
  expect({ width, format }).toEqual({ width: 40, format: 'webp' });
});

test('a photograph that no page shows in another size stays, as Astro leaves it', async () => {
  await layPictures([showing('sea', [20])], places);
  expect(lying()).toEqual(['hill.1a2b.png', 'sea.1a2b_w20.webp']);
});

test('what was made once is not made again, and goes from the site with the last page that shows it', async () => {
  await layPictures([showing('sea', [20])], places);
  const made = () => statSync(join(places.store, 'assets/sea.1a2b_w20.webp')).mtimeMs;
  const first = made();
  await layPictures([], places);
  expect(lying()).toEqual(['hill.1a2b.png', 'sea.1a2b.png']);
  await layPictures([showing('sea', [20])], places);
  expect(lying()).toEqual(['hill.1a2b.png', 'sea.1a2b_w20.webp']);
  expect(made()).toBe(first);
});

test('scripts that lie beside the pictures stay', async () => {
  mkdirSync(join(places.folder, '_astro'), { recursive: true });
  for (const name of ['page.js', 'old.1a2b_w20.webp']) writeFileSync(join(places.folder, '_astro', name), '');
  await layPictures([], places);
  expect(lying()).toEqual(['hill.1a2b.png', 'page.js', 'sea.1a2b.png']);
});

test('a photograph that can’t be read stops the build', async () => {
  writeFileSync(join(uploads, 'sea.png'), 'no picture');
  await expect(layPictures([showing('sea', [20])], places)).rejects.toThrow('/_astro/sea.1a2b.png');
});
