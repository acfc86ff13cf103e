import { afterAll, beforeAll, expect, test } from 'vitest';
import { inModalWindow } from './axe-review.ts';
import { mistakesIn } from './axe-run.ts';
import { tabTo } from './keys.ts';
import { answered } from './search-page.ts';
import { openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;

beforeAll(async () => {
  site = await openInBrowser();
});

afterAll(() => site.close());

const wide = { viewport: { width: 1280, height: 900 } };
const small = { viewport: { width: 320, height: 700 } };

test('one searches, narrows, takes back and opens a result by keyboard, and comes back to the results', async () => {
  const page = await site.newPage(wide);
  await page.goto(`${site.origin}/fr/courses/`);
  await page.keyboard.press('/');
  await page.keyboard.type('données');
  await page.keyboard.press('Enter');
  await answered(page);
  await tabTo(page, 'input[name=type][value=course]');
  await page.keyboard.press('Space');
  await page.waitForURL('**type=course');
  await tabTo(page, '[data-part=chips] li button');
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).search).toBe('?q=donn%C3%A9es');
  await tabTo(page, '[data-part=hits] h3 a');
  const link = await page.locator('a:focus').getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.origin}${link}`);
  await tabTo(page, 'results-link a');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/fr/courses/?q=donn%C3%A9es');
  expect(await page.locator('input[name=q]').inputValue()).toBe('données');
});

test('a page opened from elsewhere shows no way back to results', async () => {
  const page = await site.newPage(wide);
  await page.goto(`${site.origin}/fr/courses/langage-clair/`);
  expect(await page.locator('results-link').isVisible()).toBe(false);
});

test('loading the page again restores words, filters, days and the table', async () => {
  const page = await site.newPage(wide);
  await page.goto(`${site.origin}/fr/courses/?q=donn%C3%A9es&type=course&from=2026-01-01&view=table`);
  await answered(page);
  const rows = page.locator('tbody tr');
  const amount = await rows.count();
  expect(amount).toBeGreaterThan(2);
  await page.reload();
  await answered(page);
  await expect.poll(() => rows.count()).toBe(amount);
  expect(await page.locator('input[name=from]').inputValue()).toBe('2026-01-01');
  expect(await page.locator('input[name=view][value=table]').isChecked()).toBe(true);
  expect(await mistakesIn(page)).toEqual([]);
});

test('going back brings the former words and results, going forward the later ones', async () => {
  const page = await site.newPage(wide);
  await page.goto(`${site.origin}/en/courses/?q=phishing`);
  await answered(page);
  await page.locator('input[name=q]').fill('open data');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.title.includes('open data'));
  await page.goBack();
  await page.waitForFunction(() => document.title.includes('phishing'));
  expect(await page.locator('input[name=q]').inputValue()).toBe('phishing');
  await page.goForward();
  await page.waitForFunction(() => document.title.includes('open data'));
});

test('the coming month and days of one’s own exclude each other', async () => {
  const page = await site.newPage(wide);
  await page.goto(`${site.origin}/fr/courses/?soon=yes`);
  await page.locator('input[name=from]').fill('2026-01-01');
  await page.waitForURL('**/fr/courses/?from=2026-01-01');
  expect(await page.locator('input[name=soon]').isChecked()).toBe(false);
});

test('on a small screen the filters open in a window, narrow the list and give the focus back', async () => {
  const page = await site.newPage(small);
  await page.goto(`${site.origin}/de/courses/`);
  await tabTo(page, '[data-action=filters]');
  await page.keyboard.press('Enter');
  expect(await page.locator('dialog').isVisible()).toBe(true);
  await tabTo(page, 'dialog input[value=beginner]');
  await page.keyboard.press('Space');
  await page.waitForURL('**/de/courses/?level=beginner');
  expect(await mistakesIn(page, 'html', [inModalWindow])).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await page.locator('dialog').isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-action'))).toBe('filters');
  expect(await page.locator('[data-part=chips] li').count()).toBe(1);
  await page.keyboard.press('Enter');
  expect(await page.locator('dialog input[value=beginner]').isChecked()).toBe(true);
});

test('where filters leave nothing, one button takes them away', async () => {
  const page = await site.newPage(wide);
  await page.goto(
    `${site.origin}/fr/courses/?q=donn%C3%A9es&level=expert&modality=e-learning&audience=public`,
  );
  await answered(page);
  expect(await page.locator('[data-part=none] h2').textContent()).toContain('données');
  expect(await page.locator('[data-part=mail]').getAttribute('href')).toContain('donn%C3%A9es');
  await page.locator('[data-part=unfiltered]').click();
  await expect.poll(() => page.locator('[data-part=hits] > li').count()).toBeGreaterThan(2);
});

test('what was found is said, once one pauses', async () => {
  const page = await site.newPage(wide);
  await page.goto(`${site.origin}/fr/courses/`);
  const before = await page.locator('[data-part=status]').textContent();
  await page.locator('input[name=q]').pressSequentially('cybersécurité');
  // Both are read at one moment: the count still changes while the last letters are answered.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const text = (part: string) => document.querySelector(`[data-part=${part}]`)?.textContent;
        return text('said') === text('status') && text('said');
      }),
    )
    .toContain('cybersécurité');
  expect(await page.locator('[data-part=said]').textContent()).not.toBe(before);
});
