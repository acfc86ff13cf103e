import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EditedAcademy, openAcademy } from './cms-academy.ts';

let academy: EditedAcademy;

beforeAll(async () => {
  academy = await openAcademy();
});

afterAll(() => academy?.close());

/** Where the handbook’s pictures are kept; they are taken anew when HANDBOOK_PICTURES is set. */
const pictures = 'public/media/editing';

test.each([
  ['fr', { add: 'Ajouter un bloc', save: 'Enregistrer', refusal: 'Quiz › Questions' }],
  ['de', { add: 'Block einfügen', save: 'Speichern', refusal: 'Quiz › Fragen' }],
])('the handbook in %s shows the editor as it is', async (locale, words) => {
  const page = await academy.logIn('Anne Muller', locale);
  await page.setViewportSize({ width: 1200, height: 760 });
  const picture = async (name: string) => {
    if (!process.env['HANDBOOK_PICTURES']) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}.${locale}.png`, animations: 'disabled' });
  };
  await page.goto('about:blank');
  await page.goto(`${academy.origin}/admin/#/collections/courses/entries/langage-clair`);
  await expect.poll(() => page.locator('[id^="title-field-"]').nth(1).inputValue()).not.toBe('');
  await picture('form');

  await page.goto('about:blank');
  await page.goto(`${academy.origin}/admin/#/collections/news/new`);
  await page.locator('[id^="title-field-"]').first().fill('Le langage clair');
  await page.locator('[id^="date-field-"]').first().fill('2026-11-20');
  await page.locator('[id^="summary-field-"]').first().fill('Ce que change un courrier que l’on comprend.');
  await page.locator('[contenteditable]').first().click();
  await page.keyboard.type('Avez-vous bien lu ?');
  await page.getByRole('button', { name: words.add }).first().click();
  await page.getByRole('menuitem', { name: 'Quiz', exact: true }).click();
  await page
    .getByLabel(/Quiz|object/)
    .first()
    .waitFor();
  await page.locator('[contenteditable]').first().scrollIntoViewIfNeeded();
  await picture('block');

  await page.getByRole('button', { name: words.save, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  expect(await page.getByRole('dialog').textContent()).toContain(words.refusal);
  await picture('refused');
});
