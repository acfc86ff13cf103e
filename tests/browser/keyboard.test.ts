import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;

beforeAll(async () => {
  site = await openInBrowser();
});

afterAll(() => site.close());

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Eighty presses of Tab do not reach ${selector}.`);
}

test('the first press of Tab shows the way past the header', async () => {
  const page = await site.newPage();
  await page.goto(`${site.origin}/fr/`);
  await page.keyboard.press('Tab');
  const link = page.locator('a:focus');
  expect(await link.getAttribute('href')).toBe('#content');
  expect((await link.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
});

test('on a small screen the menu opens, leads on and closes by keyboard', async () => {
  const page = await site.newPage({ viewport: { width: 390, height: 800 } });
  await page.goto(`${site.origin}/fr/`);
  await tabTo(page, 'button[popovertarget="menu"]');
  await page.keyboard.press('Enter');
  expect(await page.locator('#menu').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.locator('#menu').isVisible()).toBe(false);
  await page.keyboard.press('Enter');
  await tabTo(page, '#menu a[href="/fr/sessions/"]');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.origin}/fr/sessions/`);
});

test('one comes from the home page to a course and on to its enrolment by keyboard', async () => {
  const page = await site.newPage({ viewport: { width: 1280, height: 900 } });
  await page.clock.install({ time: new Date('2026-11-23T12:00:00Z') });
  await page.goto(`${site.origin}/fr/topics/communication-and-languages/`);
  await tabTo(page, 'main a[href="/fr/courses/langage-clair/"]');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.origin}/fr/courses/langage-clair/`);
  await tabTo(page, 'main a[data-action="enrol"]');
  expect(await page.locator('a:focus').getAttribute('href')).toMatch(/^https:\/\/enrol\./);
});
