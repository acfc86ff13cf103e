import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run as build } from '../../../src/commands/build.ts';
import { digestOfPages, type Manifest, writeManifest } from '../../../src/commands/build-parts/manifest.ts';
import { mergeParts } from '../../../src/commands/build-parts/merge-parts.ts';

const place = mkdtempSync(join(tmpdir(), 'parts-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const madeOf = { code: 'c1', content: 'k1', moment: '1798761600' };

/** A part of a site of two pages, as a build leaves it. */
async function aPart(number: number, own: Partial<Manifest> = {}, shared = 'body{}'): Promise<string> {
  const folder = mkdtempSync(join(place, `part-${number}-`));
  const page = number === 1 ? 'fr' : 'de';
  for (const [file, text] of [
    [`${page}/index.html`, page],
    ['style.css', shared],
  ] as const) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const allPages = digestOfPages(['fr', 'de']);
  await writeManifest(folder, { part: { number, of: 2 }, madeOf, pages: [page], allPages, ...own });
  return folder;
}

const into = join(place, 'site');
const refusal = (...folders: string[]) => mergeParts(folders, into).catch((error: Error) => error.message);

test('parts become one site, without what describes them', async () => {
  expect(await mergeParts([await aPart(1), await aPart(2)], into)).toBe(3);
  expect(readdirSync(into).sort()).toEqual(['de', 'fr', 'style.css']);
  expect(readFileSync(join(into, 'de/index.html'), 'utf8')).toBe('de');
});

test('a part that is missing or there twice is named', async () => {
  const first = await aPart(1);
  expect(await refusal(first)).toBe('Part 2/2 is missing: build it with --part 2/2.');
  expect(await refusal(first, await aPart(1))).toMatch(
    /Part 1\/2 is there 2 times.*\n.*Part 2\/2 is missing/,
  );
  expect(await refusal(place)).toMatch(/holds no part/);
});

test('parts of another commit, another moment or another number of parts are refused, all reasons at once', async () => {
  const other = { ...madeOf, content: 'k2', moment: '7' };
  const text = await refusal(await aPart(1), await aPart(2, { madeOf: other, part: { number: 2, of: 3 } }));
  expect(text).toMatch(/differ in their content: build all parts from one commit/);
  expect(text).toMatch(/differ in their moment: give all builds the same SOURCE_DATE_EPOCH/);
  expect(text).toMatch(/is a part of 3, .* one of 2/);
});

test('no file may have other bytes in another part, none may be lost, none may change on its way', async () => {
  expect(await refusal(await aPart(1), await aPart(2, {}, 'p{}'))).toMatch(/^style\.css is not the same in/);
  expect(await refusal(await aPart(1), await aPart(2, { pages: [] }))).toMatch(/do not hold all pages/);
  const harmed = await aPart(2);
  writeFileSync(join(harmed, 'de/index.html'), 'd');
  expect(await refusal(await aPart(1), harmed)).toMatch(
    /index\.html is not as it was built: fetch the part again/,
  );
  expect(readFileSync(join(into, 'de/index.html'), 'utf8')).toBe('de');
});

test('a part is not built without the moment that all parts share', async () => {
  expect(await build(['--part', '1/2'], {})).toBe(1);
  expect(await build(['--part', '3/2'], { SOURCE_DATE_EPOCH: '1798761600' })).toBe(1);
});
