import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EditedAcademy, openAcademy } from './cms-academy.ts';
import { lookAlike } from './pictures.ts';

let academy: EditedAcademy;

beforeAll(async () => {
  academy = await openAcademy();
});

afterAll(() => academy?.close());

/** Where the handbook’s pictures are kept; they are taken anew when HANDBOOK_PICTURES is set. */
const pictures = 'public/media/editing';

/** What comes and goes: the address at the top, notices, the bar of loading, and the way to a preview while it is asked for. */
const passing = [
  'a[class*="AppHeaderSiteLink"]',
  '[class*="notif"]',
  '[class*="Toastify"]',
  'body > canvas',
  '[class*="RefreshPreviewButton"]',
];

/** The words in the window, but for what comes and goes: a picture is compared as a whole, in which a word is a few points. */
const wordsOn = (page: Page) =>
  page.evaluate((skipped) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      const text = texts.currentNode.textContent?.trim() ?? '';
      if (!text || !element || element.closest(`script, style, ${skipped}`)) continue;
      const { top, bottom, left, right, width } = element.getBoundingClientRect();
      const isInWindow = width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      if (isInWindow && element.checkVisibility({ checkVisibilityCSS: true })) words.push(text);
    }
    return words;
  }, passing.join(', '));

test.each([
  [
    'fr',
    {
      add: 'Ajouter un bloc',
      save: 'Enregistrer',
      saved: 'Entrée enregistrée',
      refusal: 'Quiz › Questions',
      topic: 'cybersecurity',
    },
  ],
  [
    'de',
    {
      add: 'Block einfügen',
      save: 'Speichern',
      saved: 'Beitrag gespeichert',
      refusal: 'Quiz › Fragen',
      topic: 'data-protection',
    },
  ],
])('the handbook in %s shows the editor as it is', async (locale, words) => {
  const page = await academy.logIn('Anne Muller', locale);
  await page.setViewportSize({ width: 1200, height: 760 });
  const aged: string[] = [];
  const wordsFile = `tests/browser/pictures/handbook.${locale}.json`;
  const shownBefore = existsSync(wordsFile) ? JSON.parse(readFileSync(wordsFile, 'utf8')) : {};
  const shown: Record<string, string[]> = {};
  const picture = async (name: string) => {
    const file = `${pictures}/${name}.${locale}.png`;
    shown[name] = await wordsOn(page);
    const style = `${passing.join(', ')} { visibility: hidden !important }`;
    const shot = await page.screenshot({ animations: 'disabled', style });
    if (process.env['HANDBOOK_PICTURES']) {
      mkdirSync(pictures, { recursive: true });
      writeFileSync(file, shot);
    } else if (
      !isDeepStrictEqual(shown[name], shownBefore[name]) ||
      !existsSync(file) ||
      !(await lookAlike(readFileSync(file), shot))
    ) {
      mkdirSync('.build/pictures', { recursive: true });
      writeFileSync(`.build/pictures/${name}.${locale}.png`, shot);
      const isNew = (word: string) => !shownBefore[name]?.includes(word);
      aged.push([file, ...(shown[name] ?? []).filter(isNew)].join(': '));
    }
  };
  const open = async (place: string) => {
    await page.goto('about:blank');
    await page.goto(`${academy.origin}/admin/#/collections/${place}`);
  };
  await open('courses/entries/langage-clair');
  await expect.poll(() => page.locator('[id^="title-field-"]').nth(1).inputValue()).not.toBe('');
  // The titles of its topics come a moment after the names of their files.
  await page.getByText('Langage clair', { exact: true }).first().waitFor();
  await picture('form');

  await open('news/new');
  await page.locator('[id^="title-field-"]').first().fill('Le langage clair');
  await page.locator('[id^="date-field-"]').first().fill('2026-11-20');
  await page.locator('[id^="summary-field-"]').first().fill('Ce que change un courrier que l’on comprend.');
  await page.locator('[contenteditable]').first().click();
  await page.keyboard.type('Avez-vous bien lu ?');
  await page.getByRole('button', { name: words.add }).first().click();
  await page.getByRole('menuitem', { name: 'Quiz', exact: true }).click();
  await page.getByRole('group', { name: 'Quiz', exact: true }).first().waitFor();
  await page.locator('[contenteditable]').first().scrollIntoViewIfNeeded();
  await picture('block');

  await page.getByRole('button', { name: words.save, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  expect(await page.getByRole('dialog').textContent()).toContain(words.refusal);
  await picture('refused');

  await open(`topics/entries/${words.topic}`);
  await page.locator('[id^="summary-field-"]').first().fill('Un résumé plus court.');
  await page.getByRole('button', { name: words.save, exact: true }).click();
  await page.getByText(words.saved).first().waitFor();
  await page.getByText(words.saved).first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Stat/ }).click();
  await page.getByRole('menuitem').first().waitFor();
  await page.setViewportSize({ width: 1400, height: 760 });
  await picture('publish');
  await page.setViewportSize({ width: 1200, height: 760 });

  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(`${academy.origin}/admin/`);
  await page.locator('.log-in input').first().waitFor();
  await picture('log-in');
  if (process.env['HANDBOOK_PICTURES']) writeFileSync(wordsFile, `${JSON.stringify(shown, null, 2)}\n`);
  expect(
    aged,
    'Look at the editor; if it shall be so, run HANDBOOK_PICTURES=1 npm test and commit the pictures',
  ).toEqual([]);
});
