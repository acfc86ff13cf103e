import { afterAll, beforeAll, expect, test } from 'vitest';
import { kindsOfPage, openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;

beforeAll(async () => {
  site = await openInBrowser();
});

afterAll(() => site.close());

test.each([
  ['lb-LU', '/lb/'],
  ['de-AT', '/de/'],
  ['pt-PT', '/fr/'],
])('the root sends a reader of %s to %s', async (locale, address) => {
  const page = await site.newPage({ locale });
  await page.goto(site.origin);
  await page.waitForURL(`${site.origin}${address}`);
});

test('without scripts the root offers the four languages', async () => {
  const page = await site.newPage({ javaScriptEnabled: false });
  await page.goto(site.origin);
  expect(await page.locator('main a').allTextContents()).toHaveLength(4);
});

test('another language shows the same page', async () => {
  const page = await site.newPage();
  await page.goto(`${site.origin}/fr/courses/langage-clair/`);
  await page.locator('header nav a[hreflang="de"]').click();
  await page.waitForURL(`${site.origin}/de/courses/langage-clair/`);
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
});

test('what a session offers changes with the clock, also on a page that was built before', async () => {
  const page = await site.newPage();
  await page.clock.install({ time: new Date('2026-11-23T12:00:00Z') });
  await page.goto(`${site.origin}/fr/courses/langage-clair/`);
  const state = page
    .locator('#langage-clair-2027-04 [data-state], #langage-clair-2027-04[data-state]')
    .first();
  const before = await state.getAttribute('data-state');
  await page.clock.setFixedTime(new Date('2027-12-01T12:00:00Z'));
  await page.reload();
  expect(await state.getAttribute('data-state')).toBe('over');
  expect(before).not.toBe('over');
  expect(await page.locator('#langage-clair-2027-04 [data-action]:visible').count()).toBe(0);
});

test.each(['de', 'lb'])('no page in %s is wider than a small telephone', async (locale) => {
  const page = await site.newPage({ viewport: { width: 320, height: 640 } });
  const wide: string[] = [];
  for (const kind of kindsOfPage) {
    await page.goto(`${site.origin}/${locale}/${kind}`);
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(kind);
  }
  expect(wide).toEqual([]);
});

test('no page asks anything of another server', async () => {
  const page = await site.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(site.origin))
      foreign.push(request.url());
  });
  for (const kind of kindsOfPage) await page.goto(`${site.origin}/fr/${kind}`, { waitUntil: 'networkidle' });
  expect(foreign).toEqual([]);
});

test('an address that does not exist shows the page that helps on, in the language of the address', async () => {
  const page = await site.newPage();
  const answer = await page.goto(`${site.origin}/de/gibt/es/nicht/`);
  expect(answer?.status()).toBe(404);
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
});
