import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRedirect, readPages, siteFolder } from '../site/pages.ts';
import { bringAxe, mistakesInEveryLook } from './axe-run.ts';
import { openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

/** Pages looked at side by side: more than two cores have hands for gains nothing. */
const windows = 3;

let site: SiteInBrowser;

beforeAll(async () => {
  site = await openInBrowser();
});

afterAll(() => site.close());

test('every page keeps every rule of accessibility, light and dark, narrow and wide', {
  timeout: 1_200_000,
}, async () => {
  const addresses = readPages(siteFolder())
    // The editor’s interface is Decap’s, and starts with its own server alone.
    .filter((page) => !['/', '/admin/'].includes(page.address) && !isRedirect(page))
    .map(({ address }) => address);
  const waiting = addresses.values();
  const found: string[] = [];
  await Promise.all(
    Array.from({ length: windows }, async () => {
      const page = await site.newPage();
      await bringAxe(page.context());
      for (const address of waiting) {
        await page.goto(site.origin + address);
        found.push(...(await mistakesInEveryLook(page)).map((mistake) => `${address} ${mistake}`));
      }
    }),
  );
  expect(addresses.length).toBeGreaterThan(400);
  expect(found).toEqual([]);
});
