import { afterAll, beforeAll, expect, test } from 'vitest';
import { tabTo } from './keys.ts';
import { openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;

beforeAll(async () => {
  site = await openInBrowser();
});

afterAll(() => site.close());

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

test('while the menu covers a small screen, the focus never goes behind it', async () => {
  const page = await site.newPage({ viewport: { width: 390, height: 800 } });
  await page.goto(`${site.origin}/fr/`);
  await tabTo(page, 'button[popovertarget="menu"]');
  await page.keyboard.press('Enter');
  const links = await page.locator('#menu a').count();
  const behind: string[] = [];
  for (let presses = 0; presses < links + 4; presses += 1) {
    await page.keyboard.press('Tab');
    behind.push(
      await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement?.closest('#menu, html:not(:has(:focus))')
          ? ''
          : (activeElement?.outerHTML ?? '');
      }),
    );
  }
  expect(behind.filter((each) => each !== '' && !each.startsWith('<body'))).toEqual([]);
});

test('without scripts the menu opens, leads on and closes', async () => {
  const page = await site.newPage({ viewport: { width: 390, height: 800 }, javaScriptEnabled: false });
  await page.goto(`${site.origin}/de/`);
  await page.locator('button[popovertarget="menu"]:not([popovertargetaction])').click();
  expect(await page.locator('#menu').isVisible()).toBe(true);
  await page.locator('#menu button').click();
  expect(await page.locator('#menu').isVisible()).toBe(false);
  await page.locator('button[popovertarget="menu"]:not([popovertargetaction])').click();
  await page.locator('#menu a[href="/de/courses/"]').click();
  await page.waitForURL(`${site.origin}/de/courses/`);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await page.locator('#menu a').filter({ visible: true }).count()).toBe(7);
});

test('on a wide screen the menu is a line of links, of which the current one is named', async () => {
  const page = await site.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.origin}/fr/courses/`);
  await tabTo(page, '#menu a[aria-current="page"]');
  await tabTo(page, '#menu a[href="/fr/sessions/"]');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.origin}/fr/sessions/`);
  expect(await page.locator('#menu [aria-current]').getAttribute('href')).toBe('/fr/sessions/');
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
