import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../../src/commands/browser.ts';
import { staticHandler } from '../../src/server/static.ts';
import { readSite } from '../../src/site.ts';
import { mistakesIn } from './axe-run.ts';
import { answered } from './search-page.ts';

const { outDir, basePath } = readSite(process.env);
const server = createServer(staticHandler(outDir, basePath));
let browser: Browser;
let origin: string;

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

/** A page at `path`; its test fails where the page's scripts fail. */
async function open(
  path: string,
  options: { javaScriptEnabled?: boolean; width?: number } = {},
): Promise<Page> {
  const { javaScriptEnabled = true, width = 1280 } = options;
  const page = await browser.newPage({ javaScriptEnabled, viewport: { width, height: 900 } });
  const mistakes: string[] = [];
  page.on('pageerror', ({ message }) => mistakes.push(message));
  onTestFinished(async () => {
    await page.close();
    expect(mistakes).toEqual([]);
  });
  await page.goto(origin + path);
  return page;
}

/** The addresses of what was found, in order, once `words` are in the page's title. */
async function foundFor(page: Page, words: string): Promise<string[]> {
  await page.waitForFunction((title) => document.title.includes(title), words);
  const links = page.locator('[data-part=hits]:not([hidden]) h3 a');
  return links.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
}

test.each([
  ['fr', 'protection des données'],
  ['de', 'Datenschutz'],
])('on the home page in %s, “%s” leads to the basics of data protection', async (locale, words) => {
  const page = await open(`${locale}/`);
  await page.locator('main input[name=q]').fill(words);
  await page.keyboard.press('Enter');
  expect(await foundFor(page, words)).toContain(`${basePath}${locale}/courses/protection-des-donnees-bases/`);
});

test('a misspelt word is mended, said so, and can be insisted on', async () => {
  const page = await open('fr/courses/?q=hameçonage');
  const found = await foundFor(page, 'hameçonnage');
  expect(found).toContain(`${basePath}fr/courses/hameconnage-exercice-en-equipe/`);
  await page.locator('[data-part=note] a').click();
  await page.waitForURL('**exact=1');
  await page.waitForFunction(() => document.title.includes('hameçonage'));
});

test('filters narrow the list, stand in the address, and going back takes them away', async () => {
  const page = await open('fr/courses/');
  const amount = async () =>
    Number.parseInt((await page.locator('[data-part=status]').textContent()) ?? '', 10);
  const rows = page.locator('[data-part=hits] > li:visible');
  const all = await amount();
  await page.locator('input[name=level][value=beginner]').check();
  expect(page.url()).toContain('level=beginner');
  await expect.poll(amount).toBeLessThan(all);
  const beginners = await amount();
  expect(await rows.count()).toBe(beginners);
  await page.locator('input[name=level][value=advanced]').check();
  await expect.poll(amount).toBeGreaterThan(beginners);
  await page.goBack();
  await page.goBack();
  await expect.poll(amount).toBe(all);
  expect(await page.locator('input[name=level][value=beginner]').isChecked()).toBe(false);
});

test('a course has the same card among results as on the page', async () => {
  const page = await open('fr/courses/');
  const wordsOf = async (part: string) =>
    (await page.locator(`[data-part=${part}] > ul > li, ul[data-part=${part}] > li`).allInnerTexts()).map(
      (text) => text.replace(/\s+/g, ' ').trim(),
    );
  const built = await wordsOf('list');
  await page.locator('select[name=sort]').selectOption('title');
  await page.locator('[data-part=hits] > li').first().waitFor();
  const found = await wordsOf('hits');
  expect(found).toEqual(built);
  const source = (part: string) => page.locator(`[data-part=${part}] img`).first().getAttribute('src');
  const cover = await source('list');
  await expect.poll(() => source('hits')).toBe(cover);
});

test('while one types, no card and no picture is loaded of results that are typed over', async () => {
  const page = await open('fr/courses/');
  await page.locator('main input[name=q]').click();
  await page.waitForLoadState('networkidle');
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.evaluate(async () => {
    const field = document.querySelector('main input[name=q]') as HTMLInputElement;
    const status = document.querySelector('[data-part=status]') as Element;
    for (const words of ['cybersécurité', 'tableur', 'langage clair']) {
      const answer = new Promise((told) => new MutationObserver(told).observe(status, { childList: true }));
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await answer;
    }
  });
  await answered(page);
  await page.waitForLoadState('networkidle');
  const shown = await page
    .locator('[data-part=hits] img')
    .evaluateAll((pictures) =>
      pictures.map((picture) => new URL((picture as HTMLImageElement).src).pathname),
    );
  expect(shown.length).toBeGreaterThan(0);
  expect(loaded.filter((path) => path.includes('/covers/') && !shown.includes(path))).toEqual([]);
  const rows = await page.locator('[data-part=hits] > li').count();
  expect(loaded.filter((path) => path.includes('/cards/'))).toHaveLength(rows);
});

test('more of the list comes below it, and going away and back keeps it', async () => {
  const page = await open('de/courses/');
  const all = Number.parseInt((await page.locator('[data-part=status]').textContent()) ?? '', 10);
  const built = await page.locator('[data-part=list] > ul > li').count();
  expect(built).toBeLessThan(all);
  await page.locator('[data-part=more]').click();
  const rows = page.locator('[data-part=hits] > li');
  await expect.poll(() => rows.count()).toBe(all);
  await expect.poll(() => rows.nth(built).evaluate((row) => row.contains(document.activeElement))).toBe(true);
  await rows.last().locator('h3 a').click();
  await page.waitForURL('**/de/courses/*/');
  await page.goBack();
  await expect.poll(() => rows.count()).toBe(all);
  await page.reload();
  await expect.poll(() => rows.count()).toBe(all);
});

test('a chip takes its filter away and hands the focus on', async () => {
  const page = await open('en/courses/?level=beginner&modality=in-person');
  const chips = page.locator('[data-part=chips] li button');
  expect(await chips.count()).toBe(2);
  await chips.first().focus();
  await page.keyboard.press('Enter');
  expect(await chips.count()).toBe(1);
  expect(new URL(page.url()).search).toBe('?modality=in-person');
  expect(await chips.first().evaluate((chip) => chip === document.activeElement)).toBe(true);
});

test('nothing of the index is loaded before someone searches', async () => {
  const page = await open('fr/courses/');
  const loaded = () => performance.getEntriesByType('resource').map(({ name }) => name);
  expect((await page.evaluate(loaded)).filter((name) => /_search|search\.json/.test(name))).toEqual([]);
  await page.keyboard.press('/');
  await expect
    .poll(async () => (await page.evaluate(loaded)).some((name) => /_search/.test(name)))
    .toBe(true);
});

test('more results come below, and the first of them has the focus', async () => {
  const page = await open('fr/courses/?q=administration');
  await foundFor(page, 'administration');
  await page.locator('[data-part=more]').click();
  const rows = page.locator('[data-part=hits] > li');
  await expect.poll(() => rows.count()).toBeGreaterThan(10);
  expect(await rows.nth(10).evaluate((row) => row.contains(document.activeElement))).toBe(true);
});

test('without scripts the catalogue stands on pages and leads to shorter lists', async () => {
  const page = await open('fr/courses/?q=rgpd', { javaScriptEnabled: false });
  expect(await page.locator('input[type=checkbox]:visible').count()).toBe(0);
  const titles = page.locator('main li h3 a, main li h2 a');
  const first = await titles.allTextContents();
  await page.locator('a[rel=next]').click();
  const second = await titles.allTextContents();
  expect(second.length).toBeGreaterThan(0);
  expect(second.filter((title) => first.includes(title))).toEqual([]);
  await page.locator('a[rel=prev]').click();
  await page.locator('main a[href$="courses/level/beginner/"]').click();
  expect(await page.locator('main article').count()).toBeGreaterThan(3);
});

test('where nothing is written like the words, topics that come near are offered', async () => {
  const page = await open('fr/courses/?q=%22cybercecurit%C3%A9%22');
  const near = page.locator('[data-part=near] a');
  await near.first().waitFor();
  expect(await near.first().textContent()).toContain('ybersécurité');
  await page.locator('[data-part=mended]').click();
  await foundFor(page, 'cybersécurité');
});

test('the words that were asked for are marked in titles', async () => {
  const page = await open('de/courses/?q=Datenschutz');
  await foundFor(page, 'Datenschutz');
  expect(await page.locator('[data-part=hits] h3 mark').first().textContent()).toBe('Datenschutz');
});

test.each([
  ['the whole list', 'fr/courses/', 1280],
  ['results', 'fr/courses/?q=donn%C3%A9es&type=course', 1280],
  ['a corrected search', 'de/courses/?q=Datenshcutz', 1280],
  ['a later page of the list', 'lb/courses/page/2/', 320],
  ['nothing found but topics', 'fr/courses/?q=%22cybercecurit%C3%A9%22', 320],
  ['chosen filters', 'lb/courses/?level=beginner', 320],
  ['an empty result', 'en/courses/?level=expert&modality=e-learning', 320],
])('axe finds nothing to mend on the catalogue with %s', async (_state, path, width) => {
  const page = await open(path, { width });
  await page.waitForLoadState('networkidle');
  expect(await mistakesIn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});
