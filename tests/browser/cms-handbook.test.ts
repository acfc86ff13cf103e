import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  const picture = async (name: string) => {
    const file = `${pictures}/${name}.${locale}.png`;
    const style = `${passing.join(', ')} { visibility: hidden !important }`;
    const shot = await page.screenshot({ animations: 'disabled', style });
    if (process.env['HANDBOOK_PICTURES']) {
      mkdirSync(pictures, { recursive: true });
      writeFileSync(file, shot);
    } else if (!existsSync(file) || !(await lookAlike(readFileSync(file), shot))) {
      mkdirSync('.build/pictures', { recursive: true });
      writeFileSync(`.build/pictures/${name}.${locale}.png`, shot);
      aged.push(file);
    }
  };
  const open = async (place: string) => {
    await page.goto('about:blank');
    await page.goto(`${academy.origin}/admin/#/collections/${place}`);
  };
  await open('courses/entries/langage-clair');
  await expect.poll(() => page.locator('[id^="title-field-"]').nth(1).inputValue()).not.toBe('');
  await picture('form');

  await open('news/new');
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
  expect(
    aged,
    'Look at the editor; if it shall be so, run HANDBOOK_PICTURES=1 npm test and commit the pictures',
  ).toEqual([]);
});
