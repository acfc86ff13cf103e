import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partsOf } from '../../src/loader/front-matter.ts';
import { parseBody } from '../../src/mdx/body.ts';
import { textOfSegments } from '../../src/mdx/text.ts';
import { blocks } from '../../src/schema/blocks.ts';
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
