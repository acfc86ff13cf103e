import type { Page as BrowserPage } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRedirect, readPages, siteFolder } from '../site/pages.ts';
import { unusedExplanations } from './axe-review.ts';
import { JudgedColours, keepAxeOn, mistakesInEveryLook } from './axe-run.ts';
import { openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

/** Pages looked at side by side: more than two cores have hands for gains nothing. */
const windows = 3;

/** axe begins anew on every page. To make its code quick for a long run takes a third of the time, and no page is one. */
const args = ['--js-flags=--max-opt=1'];

let site: SiteInBrowser;

beforeAll(async () => {
  site = await openInBrowser({ args });
});

afterAll(() => site.close());

test('every page keeps every rule of accessibility, light and dark, narrow and wide', {
  timeout: 1_800_000,
}, async () => {
  // The editor’s interface is Decap’s, and starts with its own server alone.
  const pages = readPages(siteFolder()).filter(({ address }) => address !== '/admin/');
  const [leadingOn, staying] = [true, false].map((leads) =>
    pages.filter((page) => (['/', '/admin/state/'].includes(page.address) || isRedirect(page)) === leads),
  );
  const waiting = (staying ?? []).map(({ address }) => address).values();
  const found: string[] = [];
  const judged = new JudgedColours();
  const lookAt = async (page: BrowserPage, address: string) => {
    await page.goto(site.origin + address);
    found.push(...(await mistakesInEveryLook(page, judged)).map((mistake) => `${address} ${mistake}`));
  };
  await Promise.all(
    Array.from({ length: windows }, async () => {
      const page = await newPage();
      for (const address of waiting) await lookAt(page, address);
    }),
  );
  const held = await newPage();
  await holdBack(held);
  for (const { address } of leadingOn ?? []) await lookAt(held, address);
  expect(leadingOn?.length).toBeGreaterThan(2);
  expect(staying?.length).toBeGreaterThan(400);
  expect(found).toEqual([]);
  expect(unusedExplanations()).toEqual([]);
});

async function newPage(): Promise<BrowserPage> {
  const page = await site.newPage();
  await keepAxeOn(page);
  return page;
}

/** The page shows what leads a reader on at once, and stays there. */
async function holdBack(page: BrowserPage): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() === 'script') return route.abort();
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
    return route.fulfill({ response, body });
  });
}
