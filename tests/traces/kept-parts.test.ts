import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { openParts } from '../../src/traces/kept-parts.ts';
import { offerCatalogues, sawMedia, traced, tracing } from '../../src/traces/page-traces.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What an entry says, and the digest of its files. */
type Said = readonly [title: string, digest: string];

/** Makes a page of a part for each of `slugs`; its text, which parts were made, and what the page was seen to read. */
async function page(
  entries: Readonly<Record<string, Said>>,
  slugs: readonly string[],
  ground = '',
  media: readonly string[] = [],
) {
  const courses = Object.entries(entries).map(([slug, [title, digest]]) => [slug, { slug, digest, title }]);
  const catalogue = {
    locale: 'fr',
    courses: new Map(courses as never),
    today: 'Monday',
  } as unknown as Catalogue;
  offerCatalogues(async () => new Map([['fr' as Locale, catalogue]]));
  const made: string[] = [];
  const reads = new Set<string>();
  const text = await tracing(
    (read) => reads.add(read),
    async () => {
      const parts = await openParts(join(folder, 'parts'), ground);
      const found: string[] = [];
      for (const slug of slugs) {
        const part = await parts.of(slug, async () => {
          made.push(slug);
          media.forEach(sawMedia);
          const course = traced(catalogue).courses.get(slug) as unknown as { title: string } | undefined;
          return `${slug}: ${course?.title ?? 'gone'} œ`;
        });
        found.push(Buffer.from(part).toString());
      }
      parts.save();
      return found.join(', ');
    },
  );
  return { text, made, reads: [...reads].sort() };
}

const before = { git: ['Git', '1'], rgpd: ['RGPD', '2'] } as const;

test('a part is made again when an entry that it read has changed, another is not', async () => {
  expect(await page(before, ['git', 'rgpd'])).toMatchObject({ made: ['git', 'rgpd'] });
  expect(await page(before, ['git', 'rgpd'])).toMatchObject({ made: [] });
  const edited = { ...before, git: ['Git 2', '3'] } as const;
  expect(await page(edited, ['git', 'rgpd'])).toMatchObject({
    text: 'git: Git 2 œ, rgpd: RGPD œ',
    made: ['git'],
  });
  expect(await page(edited, ['git', 'rgpd'])).toMatchObject({ made: [] });
});

test('a part of an entry that came, went or came back is made again', async () => {
  await page({ git: before.git }, ['git', 'rgpd']);
  expect(await page(before, ['git', 'rgpd'])).toMatchObject({ text: 'git: Git œ, rgpd: RGPD œ' });
  expect(await page({ git: before.git }, ['git', 'rgpd'])).toMatchObject({
    text: 'git: Git œ, rgpd: gone œ',
  });
});

test('the page was made of all content and of the files that parts show, whether these were kept or made', async () => {
  const first = await page(before, ['git', 'rgpd', 'absent'], '', ['/media/a.pdf']);
  const second = await page(before, ['git', 'rgpd', 'absent'], '', ['/media/a.pdf']);
  expect(first.reads).toEqual(['all content', 'media|/media/a.pdf']);
  expect(second).toEqual({ ...first, made: [] });
});

test('all parts are made again where what all are made with has changed', async () => {
  await page(before, ['git', 'rgpd'], 'some synonyms');
  expect(await page(before, ['git', 'rgpd'], 'others')).toMatchObject({ made: ['git', 'rgpd'] });
});

test('a part that was not asked for is not kept', async () => {
  await page(before, ['git', 'rgpd']);
  await page(before, ['git']);
  expect(await page(before, ['git', 'rgpd'])).toMatchObject({ made: ['rgpd'] });
});
