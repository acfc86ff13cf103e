import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partsOf } from '../../src/loader/front-matter.ts';
import { parseBody } from '../../src/mdx/body.ts';
import { textOfSegments } from '../../src/mdx/text.ts';
import { blocks } from '../../src/schema/blocks.ts';
import { constructs } from '../cms/constructs.ts';
import { type EditedAcademy, openAcademy } from './cms-academy.ts';
import { deskOf } from './cms-forms.ts';

let academy: EditedAcademy;

beforeAll(async () => {
  academy = await openAcademy();
});

afterAll(() => academy?.close());

const shownIn = (text = '') => {
  const { body } = partsOf('mdx', text);
  const parsed = parseBody(body, { blocks, locale: 'fr' });
  return {
    text: textOfSegments(parsed.segments, blocks).replace(/\s+/g, ' ').trim(),
    blocks: parsed.blocks.map(({ name, value }) => ({ name, value })),
    headings: parsed.headings.map(({ level, text }) => `${level} ${text}`),
    links: parsed.links.map(({ address }) => address),
    mistakes: parsed.mistakes.map(({ key }) => key),
  };
};

/** One sign, wherever it lands: Slate may move the caret while it still renders. */
const sign = '¤';

async function touch(page: Page): Promise<void> {
  const save = page.getByRole('button', { name: 'Enregistrer', exact: true });
  const press = async () => {
    await page.locator('[contenteditable]').first().locator('p').first().click();
    await page.keyboard.type(sign);
    return save.isEnabled();
  };
  await expect.poll(press, { interval: 500 }).toBe(true);
}

test('a body that is touched in the editor keeps its words, its blocks and its links', {
  timeout: 240_000,
}, async () => {
  const desk = deskOf(await academy.logIn('Anne Muller'), academy.origin);
  // The modules hold every block; ROUND_TRIP=courses takes another collection.
  const collection = process.env['ROUND_TRIP'] ?? 'modules';
  const slugs = readdirSync(`content/${collection}`)
    .filter((file) => file.endsWith('.fr.mdx'))
    .map((file) => file.replace('.fr.mdx', ''));
  const changed: unknown[] = [];
  for (const slug of slugs) {
    const place = `content/${collection}/${slug}.fr.mdx`;
    const before = shownIn(academy.file(place));
    if (before.text === '') continue;
    await desk.open(collection, slug);
    await expect.poll(() => desk.page.locator('[id^="title-field-"]').first().inputValue()).not.toBe('');
    await touch(desk.page);
    await desk.save();
    const after = shownIn(academy.file(place, `cms/${collection}/${slug}`));
    try {
      expect(JSON.parse(JSON.stringify(after).replaceAll(sign, ''))).toEqual(before);
    } catch (error) {
      changed.push(`${place}: ${String((error as Error).message).slice(0, 300)}`);
    }
  }
  expect(changed).toEqual([]);
});

test('every construct is the same after its title was changed, and after its body was touched, twice', {
  timeout: 180_000,
}, async () => {
  const place = 'content/news/constructs.fr.mdx';
  const files = {
    [place]: `---\ntitle: Tout\ndate: '2026-11-20'\nsummary: Un résumé.\n---\n\n${bodyOfAll}\n`,
    'public/media/schema.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    'public/media/guide.pdf': '%PDF-1.4',
    'public/media/son.mp3': 'ID3',
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(academy.root, file)), { recursive: true });
    writeFileSync(join(academy.root, file), text);
  }
  academy.git('add', '.');
  academy.git('commit', '-q', '-m', 'Add every construct');
  const before = shownIn(academy.file(place));
  expect(before.mistakes).toEqual([]);
  const saved = () => academy.file(place, 'cms/news/constructs') ?? '';
  const desk = deskOf(await academy.logIn('Anne Muller'), academy.origin);
  const open = async () => {
    await desk.open('news', 'constructs');
    await expect.poll(() => desk.page.locator('[id^="title-field-"]').first().inputValue()).not.toBe('');
  };

  await open();
  await desk.write('title', 'Un autre titre');
  await desk.save();
  expect(saved()).toContain('title: Un autre titre');
  expect(shownIn(saved())).toEqual(before);
  for (const time of ['once', 'twice']) {
    await open();
    await touch(desk.page);
    await desk.save();
    const after = JSON.parse(JSON.stringify(shownIn(saved())).replaceAll(sign, ''));
    expect(after, time).toEqual(before);
  }
});

/** All in one body, each with a paragraph before it, so that none goes on in the next. */
const bodyOfAll = ['Tout.', ...Object.values(constructs)].join('\n\nEntre deux.\n\n');
