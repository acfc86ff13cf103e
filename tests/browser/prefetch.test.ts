import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
/** The addresses that the browser has asked for, with why where it said so. */
let asked: string[] = [];

const from = '/fr/courses/langage-clair/';
const to = '/fr/courses/';
const inAdvance = (path: string) => `${path} prefetch`;

beforeAll(async () => {
  site = await openInBrowser({
    hear: ({ url, headers }) => {
      asked.push([url, headers['sec-purpose']].filter(Boolean).join(' '));
    },
  });
});

beforeEach(() => {
  asked = [];
});

afterAll(() => site.close());

/** A course page whose rules have come. */
async function opened(): Promise<Page> {
  const page = await site.newPage();
  await page.goto(site.origin + from);
  await expect.poll(() => asked).toContain('/prefetch.speculationrules');
  return page;
}

function linkIn(page: Page, href: string) {
  return page.locator(`main a[href="${href}"]`).first();
}

/** Points at a link as somebody does who is about to open it. */
async function pointAt(page: Page, href: string): Promise<void> {
  await page.mouse.move(0, 0);
  await linkIn(page, href).hover();
  await page.waitForTimeout(400);
}

test('a page that a reader points at is fetched before it is opened, and not again then', async () => {
  const page = await opened();
  expect(asked.filter((one) => one.endsWith('prefetch'))).toEqual([]);
  await expect
    .poll(async () => {
      await pointAt(page, to);
      return asked;
    })
    .toContain(inAdvance(to));
  await linkIn(page, to).click();
  await page.waitForURL(site.origin + to);
  expect(asked.filter((one) => one.split(' ', 1)[0] === to)).toEqual([inAdvance(to)]);
});

test('a page whose link has the focus of the keyboard is fetched before it is opened', async () => {
  const page = await opened();
  // The last thing before the page’s own links: from here the next Tab goes to the first of them.
  await page.locator('#content').focus();
  await expect
    .poll(async () => {
      await page.keyboard.press('Tab');
      return asked.some((one) => one.endsWith(' prefetch'));
    })
    .toBe(true);
  const path = (address: string) => `${new URL(address).pathname}`;
  await expect
    .poll(async () => {
      const focused = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
      return focused && asked.includes(inAdvance(path(focused)));
    })
    .toBe(true);
});

test('nothing but pages is fetched in advance', async () => {
  const page = await opened();
  const others = await page
    .locator('main a')
    .evaluateAll((links) =>
      (links as HTMLAnchorElement[])
        .filter(({ href }) => href && !new URL(href).pathname.endsWith('/'))
        .map((link) => link.getAttribute('href') ?? ''),
    );
  expect(others.length).toBeGreaterThan(0);
  for (const href of others) if (await linkIn(page, href).isVisible()) await pointAt(page, href);
  await pointAt(page, to);
  await expect.poll(() => asked).toContain(inAdvance(to));
  expect(asked.filter((one) => one.endsWith(' prefetch'))).toEqual([inAdvance(to)]);
});
