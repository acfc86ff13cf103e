import { afterAll, beforeAll, expect, test } from 'vitest';
import { mistakesIn } from './axe-run.ts';
import { tabTo } from './keys.ts';
import { answered } from './search-page.ts';
import { openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;

beforeAll(async () => {
  site = await openInBrowser();
});

afterAll(() => site.close());

test('while one types the address has one step, and Back brings the former search', async () => {
  const page = await site.newPage();
  await page.goto(`${site.origin}/fr/courses/?q=accueil`);
  await answered(page);
  const field = page.locator('main input[name=q]');
  await field.fill('protection');
  await page.waitForURL('**?q=protection');
  await field.press('Enter');
  await field.fill('protection des données');
  await page.waitForURL('**donn*');
  await field.press('Enter');
  await page.goBack();
  await expect.poll(() => field.inputValue()).toBe('protection');
  await page.goBack();
  await expect.poll(() => field.inputValue()).toBe('accueil');
});

test('the other languages are asked the same, and a link within the page takes no results away', async () => {
  const page = await site.newPage();
  await page.goto(`${site.origin}/fr/courses/?q=administration&level=beginner`);
  await answered(page);
  const german = page.locator('nav a[hreflang=de]').first();
  expect(new URL((await german.getAttribute('href')) ?? '', page.url()).search).toBe(
    '?q=administration&level=beginner',
  );
  await page.goto(`${site.origin}/fr/courses/?q=administration`);
  await answered(page);
  await page.locator('[data-part=more]').focus();
  await page.keyboard.press('Enter');
  const rows = page.locator('[data-part=hits] > li');
  await expect.poll(() => rows.count()).toBeGreaterThan(10);
  const many = await rows.count();
  await page.evaluate(() => {
    location.hash = 'main';
  });
  await page.waitForURL('**#main');
  expect(await rows.count()).toBe(many);
});

test('where more can’t be had, the reader is told and keeps what is there', async () => {
  const page = await site.newPage();
  await page.goto(`${site.origin}/fr/courses/?q=administration`);
  await answered(page);
  await page.route('**/cards/*.json', (route) => route.abort());
  await page.locator('[data-part=more]').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-part=note]:not([hidden])').waitFor();
  expect(await page.locator('[data-part=hits] > li').count()).toBe(10);
  await expect.poll(() => page.locator('[data-part=said]').textContent()).toContain('résultats suivants');
});

test('an index that is gone since the page was opened is found again', async () => {
  const page = await site.newPage();
  let asked = 0;
  await page.route('**/fr/search.json', async (route) => {
    asked += 1;
    const response = await route.fetch();
    const manifest = (await response.json()) as { bundle: string };
    const json = asked > 1 ? manifest : { ...manifest, bundle: '/_search/fr-000000000000/' };
    await route.fulfill({ response, json });
  });
  await page.goto(`${site.origin}/fr/courses/?q=administration`);
  await answered(page);
  expect(asked).toBe(2);
  expect(await page.locator('[data-part=hits] > li').count()).toBe(10);
});

test('a type can be chosen without words, and its count is true', async () => {
  const page = await site.newPage();
  await page.goto(`${site.origin}/fr/courses/`);
  const box = page.locator('input[name=type][value=term]');
  const count = Number(await box.locator('xpath=..').locator('[data-count]').textContent());
  expect(count).toBeGreaterThan(30);
  await box.check();
  await page.waitForURL('**?type=term');
  await answered(page);
  expect(await page.title()).toContain(String(count));
});

test('a word that stands in a text alone is shown in its passage, once one pauses, and goes with its question', async () => {
  const page = await site.newPage();
  await page.goto(`${site.origin}/fr/courses/?q=reconnaître+un+hameçonnage`);
  await answered(page);
  expect(await page.locator('[data-part=hits] > li').first().locator('[data-part=passage]').count()).toBe(0);
  await page.locator('main input[name=q]').fill('parcmètre');
  const passage = page.locator('[data-part=passage]', { hasText: /collé sur un parcmètre/ });
  expect(await passage.locator('mark').textContent()).toContain('parcmètre');
  await page.locator('main input[name=q]').fill('reconnaître un hameçonnage');
  await passage.waitFor({ state: 'detached' });
});

test('texts are loaded for the rows near the window, and for others when they come near', async () => {
  const page = await site.newPage();
  const texts: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/texts/')) texts.push(request.url());
  });
  await page.goto(`${site.origin}/fr/courses/?q=exemple`);
  await answered(page);
  await page.waitForLoadState('networkidle');
  const few = texts.length;
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThan(5);
  await page.locator('[data-part=hits] > li').nth(9).scrollIntoViewIfNeeded();
  await expect.poll(() => texts.length).toBeGreaterThan(few);
});

test('while one types the titles of the first results stand, and all of a page with their cards once one pauses', async () => {
  const page = await site.newPage();
  await page.goto(`${site.origin}/fr/courses/`);
  const rows = await page.evaluate(async () => {
    const field = document.querySelector('main input[name=q]') as HTMLInputElement;
    const status = document.querySelector('[data-part=status]') as Element;
    const told = new Promise((done) => new MutationObserver(done).observe(status, { childList: true }));
    field.value = 'administration';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await told;
    return [...document.querySelectorAll('[data-part=hits] > li')].map((row) => [
      row.querySelector('h3')?.textContent !== '',
      row.querySelector('a')?.hasAttribute('href'),
    ]);
  });
  expect(rows).toEqual(Array(5).fill([true, false]));
  await answered(page);
  expect(await page.locator('[data-part=hits] > li').count()).toBe(10);
  expect(await page.locator('[data-part=hits] h3 a:not([href])').count()).toBe(0);
  expect(await page.locator('[data-part=hits] [data-part=summary]:empty').count()).toBe(0);
  expect(await page.locator('[data-part=more]').isVisible()).toBe(true);
});

test('titles whose cards are on their way break no rule, say so, and lead on once they have come', async () => {
  const page = await site.newPage({ viewport: { width: 320, height: 900 } });
  await page.goto(`${site.origin}/fr/courses/`);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/cards/*.json', async (route) => {
    await released;
    await route.continue();
  });
  await tabTo(page, 'main input[name=q]');
  await page.keyboard.type('administration');
  const hits = page.locator('[data-part=hits]');
  await hits.and(page.locator('[aria-busy=true]')).waitFor();
  await expect.poll(() => hits.locator('> li').count()).toBe(5);
  await page.keyboard.press('Escape');
  expect(await mistakesIn(page)).toEqual([]);
  release();
  await answered(page);
  await tabTo(page, '[data-part=hits] h3 a');
  const link = await page.locator('a:focus').getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.origin}${link}`);
});

test('where the cards of what one types can’t be had, that is said and the page’s own list is there', async () => {
  const page = await site.newPage();
  await page.goto(`${site.origin}/fr/courses/`);
  await page.route('**/cards/*.json', (route) => route.abort());
  await page.locator('main input[name=q]').fill('administration');
  await page.locator('[data-part=note]:not([hidden])').waitFor();
  expect(await page.locator('[data-part=list]').isVisible()).toBe(true);
  expect(await page.locator('[data-part=hits]').isVisible()).toBe(false);
  await expect.poll(() => page.locator('[data-part=said]').textContent()).toContain('recherche');
});

test('what an address asks that the form does not have narrows nothing', async () => {
  const page = await site.newPage();
  await page.goto(`${site.origin}/fr/courses/?q=administration&level=nonsense&from=2027-99-99`);
  await answered(page);
  expect(await page.locator('[data-part=hits] > li').count()).toBe(10);
  await page.goto(`${site.origin}/fr/courses/?level=nonsense`);
  expect(await page.locator('[data-part=list]').isVisible()).toBe(true);
});

test('words that say little are not marked', async () => {
  const page = await site.newPage();
  await page.goto(`${site.origin}/fr/courses/?q=formation%20de%20données`);
  await answered(page);
  const marks = await page.locator('[data-part=hits] mark').allTextContents();
  expect(marks.length).toBeGreaterThan(0);
  expect(marks.filter((mark) => /^d[eé]s?$/i.test(mark))).toEqual([]);
});

test.each([
  ['corrected', 'hameçonage', '[data-part=note] a'],
  ['none', '"girafe volante"', '[data-part=none] [data-part=mended]'],
])(
  'in the state “%s” axe is content, it is said, and the way out is reached by keyboard',
  async (_, words, way) => {
    const page = await site.newPage();
    await page.goto(`${site.origin}/fr/courses/`);
    await tabTo(page, 'main input[name=q]');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await page.locator(way).waitFor();
    await answered(page);
    await page.waitForLoadState('networkidle');
    expect(await mistakesIn(page)).toEqual([]);
    await expect.poll(() => page.locator('[data-part=said]').textContent()).toMatch(/hameçonnage|Aucun|0/);
    await tabTo(page, way);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.has('exact') || !url.search.includes('%22'));
  },
);

test('the “/” key can be turned off below the field, for all pages and visits to come', async () => {
  const page = await site.newPage({ viewport: { width: 1280, height: 900 } });
  const isInField = () => page.evaluate(() => document.activeElement?.matches('input[type=search]') ?? false);
  await page.goto(`${site.origin}/fr/courses/`);
  await page.keyboard.press('/');
  expect(await isInField()).toBe(true);
  await tabTo(page, 'shortcut-switch input');
  await page.keyboard.press('Space');
  await page.goto(`${site.origin}/de/`);
  await page.keyboard.press('/');
  expect(await isInField()).toBe(false);
  await page.goto(`${site.origin}/de/courses/`);
  expect(await page.locator('shortcut-switch input').isChecked()).toBe(false);
  await page.locator('shortcut-switch input').check();
  await page.locator('h1').click();
  await page.keyboard.press('/');
  expect(await isInField()).toBe(true);
});
