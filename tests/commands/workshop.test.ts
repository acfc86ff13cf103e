import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { PagePictures } from '../../src/commands/build-pages/pictures.ts';
import { TraceBook } from '../../src/commands/build-pages/traces.ts';
import { lendPictures, openWorkshop, placeOf } from '../../src/commands/build-pages/workshop.ts';
import { readSite } from '../../src/site.ts';

/** A content folder with a workshop in which nobody builds. */
async function aWorkshop(): Promise<{ content: string; place: string }> {
  const content = mkdtempSync(join(tmpdir(), 'workshop-'));
  const place = placeOf(content);
  onTestFinished(() => {
    for (const folder of [content, place]) rmSync(folder, { recursive: true, force: true });
  });
  await (await openWorkshop(siteOf(content), false)).close();
  return { content, place };
}

const siteOf = (contentDir: string) => ({ ...readSite({}), contentDir });

const age = (place: string, days: number) => {
  const then = new Date(Date.now() - days * 86_400_000);
  utimesSync(place, then, then);
};

test('a workshop goes when its content is gone or when nothing was built in it for a month', async () => {
  const [gone, old, recent, busy, own] = await Promise.all([1, 2, 3, 4, 5].map(aWorkshop));
  if (!gone || !old || !recent || !busy || !own) throw new Error('There are five.');
  rmSync(gone.content, { recursive: true });
  rmSync(busy.content, { recursive: true });
  writeFileSync(join(busy.place, 'owner'), String(process.ppid));
  age(recent.place, 29);
  age(old.place, 31);
  age(own.place, 31);
  await (await openWorkshop(siteOf(own.content), false)).close();
  expect([gone, old, recent, busy, own].map(({ place }) => existsSync(place))).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});

test('pictures that no page shows any more go, those of the last build stay', async () => {
  const { content, place } = await aWorkshop();
  const assets = join(place, 'store/assets');
  mkdirSync(assets, { recursive: true });
  for (const name of ['shown.webp', 'former.webp']) writeFileSync(join(assets, name), '');
  const first = await openWorkshop(siteOf(content), false);
  const book = new TraceBook();
  book.add('fr/', '', [], showing('shown.webp'));
  first.pages.finish(book.close(() => ''));
  await first.close();
  const second = await openWorkshop(siteOf(content), false);
  await second.close();
  expect(second.pages.former).toBeDefined();
  expect(readdirSync(assets)).toEqual(['shown.webp']);
});

test('a spare site has the files of the one that is there, and is made where there is none', async () => {
  const { content, place } = await aWorkshop();
  const [site, next] = [join(place, 'made'), join(place, 'next')];
  mkdirSync(join(site, 'fr'), { recursive: true });
  writeFileSync(join(site, 'fr/index.html'), 'Bonjour');
  const workshop = await openWorkshop(siteOf(content), false);
  workshop.readySpare(site);
  rmSync(site, { recursive: true });
  mkdirSync(site);
  workshop.readySpare(site);
  await workshop.takeSpare(next);
  await workshop.close();
  expect(readFileSync(join(next, 'fr/index.html'), 'utf8')).toBe('Bonjour');
  expect(existsSync(join(place, 'spare')), 'it was moved').toBe(false);
});

function showing(name: string): PagePictures {
  const picture = { originalPath: 'a.png', originalSrcPath: 'a.png', hash: 'a', transform: { src: 'a.png' } };
  const staticImages = [
    { ...picture, finalPath: `_astro/${name}` },
  ] as unknown as PagePictures['staticImages'];
  return { staticImages, referencedImages: [] };
}

test('compiled code goes a month after it was compiled', async () => {
  const { content } = await aWorkshop();
  const [old, recent] = ['old', 'recent'].map((name) => resolve('.build/compiled', `${name}-${process.pid}`));
  if (!old || !recent) throw new Error('There are two.');
  onTestFinished(() => {
    for (const file of [old, recent]) rmSync(file, { force: true });
  });
  mkdirSync(dirname(old), { recursive: true });
  for (const file of [old, recent]) writeFileSync(file, '');
  age(old, 31);
  age(recent, 29);
  await (await openWorkshop(siteOf(content), false)).close();
  expect([old, recent].map((file) => existsSync(file))).toEqual([false, true]);
});

test('the first build of other content is lent the pictures of this one, as the same files, and no build after it', async () => {
  const [own, other] = await Promise.all([1, 2].map(aWorkshop));
  if (!own || !other) throw new Error('There are two.');
  const project = mkdtempSync(join(tmpdir(), 'project-'));
  onTestFinished(() => rmSync(project, { recursive: true }));
  const picture = join(own.place, 'store/assets/a.avif');
  mkdirSync(dirname(picture), { recursive: true });
  writeFileSync(picture, 'a');
  const lent = join(placeOf(other.content, undefined, project), 'store');
  lendPictures(own.content, other.content, project);
  expect(statSync(join(lent, 'assets/a.avif')).ino).toBe(statSync(picture).ino);
  expect(readFileSync(join(lent, 'packages'))).toEqual(readFileSync(join(own.place, 'store/packages')));
  writeFileSync(join(own.place, 'store/assets/b.avif'), 'b');
  lendPictures(own.content, other.content, project);
  expect(readdirSync(join(lent, 'assets'))).toEqual(['a.avif']);
  lendPictures(join(own.content, 'nothing'), own.content, project);
  expect(existsSync(placeOf(own.content, undefined, project)), 'where there is nothing to lend').toBe(false);
});
