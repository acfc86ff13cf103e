import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { belowSuggestions, inSuggestions } from './axe-review.ts';
import { mistakesIn } from './axe-run.ts';
import { openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;

beforeAll(async () => {
  site = await openInBrowser();
});

afterAll(() => site.close());

/** A page whose search field has the focus and `typed` in it, with its suggestions open. */
async function typing(path: string, typed: string, width = 1280): Promise<Page> {
  const page = await site.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${site.origin}${path}`);
  await page.keyboard.press('/');
  await page.keyboard.type(typed);
  // Names are offered 60 milliseconds after a letter: those that stand then are of all letters.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  await page.locator('[role=option]').first().waitFor();
  return page;
}

test.each(['/fr/', '/fr/courses/', '/de/courses/langage-clair/', '/lb/modules/', '/en/404/'])(
  'nothing of the search is loaded on %s before its field has the focus',
  async (path) => {
    const page = await site.newPage();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    const ofSearch = () => loaded.filter((address) => /_search|search\.json|suggestions/.test(address));
    await page.goto(`${site.origin}${path}`, { waitUntil: 'networkidle' });
    expect(ofSearch()).toEqual([]);
    await page.keyboard.press('/');
    await expect.poll(() => ofSearch().some((address) => address.endsWith('titles.json'))).toBe(true);
  },
);

test('arrows choose a suggestion and Enter follows it', async () => {
  const page = await typing('/fr/courses/langage-clair/', 'protection');
  const field = page.locator('#header-search');
  expect(await field.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const active = (await field.getAttribute('aria-activedescendant')) ?? '';
  const chosen = page.locator(`#${active}`);
  expect(await chosen.getAttribute('aria-selected')).toBe('true');
  const title = (await chosen.locator('span').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('h1').textContent()).toBe(title);
});

test('after Escape nothing opens that was still on its way', async () => {
  const page = await typing('/fr/courses/langage-clair/', 'donn');
  await page.locator('#header-search').evaluate((field: HTMLInputElement) => {
    field.value = 'données';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  });
  await page.waitForTimeout(500);
  expect(await page.locator('[role=listbox]').isVisible()).toBe(false);
});

test('Escape closes the suggestions and keeps what was typed; Tab closes them and goes on', async () => {
  const page = await typing('/fr/courses/langage-clair/', 'données');
  await page.keyboard.press('Escape');
  expect(await page.locator('[role=listbox]').isVisible()).toBe(false);
  expect(await page.locator('#header-search').inputValue()).toBe('données');
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('[role=listbox]').isVisible()).toBe(true);
  await page.keyboard.press('Tab');
  expect(await page.locator('[role=listbox]').isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
});

test('without a choice Enter searches for what was typed', async () => {
  const page = await typing('/de/modules/', 'sicher');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/de/courses/?q=sicher');
});

test('how many suggestions there are is said after a pause', async () => {
  const page = await typing('/en/news/', 'data');
  const amount = await page.locator('[role=option]').count();
  const said = page.locator('search-field [role=status]');
  await expect.poll(() => said.textContent()).toMatch(new RegExp(`^${amount} suggestions`));
});

test.each([320, 1280])('axe finds nothing to mend while one types, at %i pixels', async (width) => {
  const page = await typing('/lb/courses/langage-clair/', 'daten', width);
  await page.keyboard.press('ArrowDown');
  expect(await mistakesIn(page, 'html', [belowSuggestions, inSuggestions])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});

test('without scripts the field of the header leads to the catalogue', async () => {
  const page = await site.newPage({ javaScriptEnabled: false });
  await page.goto(`${site.origin}/fr/news/`);
  await page.locator('#header-search').fill('rgpd');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/fr/courses/?q=rgpd');
});

test.each([
  ['Kurs Datenschutz', 'Protection des données'],
  ['formation excel', 'tableur'],
  ['AI for managers', 'Intelligence artificielle'],
])('“%s” is understood while it is typed', async (words, title) => {
  const page = await typing('/fr/', words);
  await expect
    .poll(async () => (await page.locator('[role=option]').allTextContents()).join())
    .toContain(title);
});

test('what comes after the search was sent is not laid over its results', async () => {
  const page = await site.newPage();
  const { promise: sent, resolve: send } = Promise.withResolvers<void>();
  await page.route('**/suggestions.*.js', async (route) => {
    await sent;
    await route.continue();
  });
  await page.goto(`${site.origin}/fr/courses/`);
  await page.locator('main input[name=q]').focus();
  await page.keyboard.type('protection');
  await page.keyboard.press('Enter');
  send();
  await page.locator('main input[name=q][role=combobox]').waitFor();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  expect(await page.locator('[role=option]:visible').count()).toBe(0);
  await page.keyboard.type(' d');
  await page.locator('[role=option]').first().waitFor();
});
