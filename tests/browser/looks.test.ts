import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clippedOn, notMirroredOn, onlyOnHover } from './looks/faults.ts';
import { type Stress, stresses } from './looks/stresses.ts';
import { kindsOfPage, openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;

beforeAll(async () => {
  site = await openInBrowser();
});

afterAll(() => site.close());

const kinds = [...kindsOfPage, 'help/', 'accessibility/', 'blocks/', 'editing/', 'courses/level/beginner/'];

/** What is wrong on each kind of page in each of the states. */
async function faultsIn(page: Page, locale: string, states: readonly Stress[]): Promise<string[]> {
  const found: string[] = [];
  for (const kind of kinds) {
    await page.goto(`${site.origin}/${locale}/${kind}`);
    for (const { name, width, begin, end } of states) {
      await page.setViewportSize({ width, height: 900 });
      await begin?.(page);
      found.push(...(await clippedOn(page)).map((fault) => `/${locale}/${kind} ${name}: ${fault}`));
      await end?.(page);
    }
  }
  return found;
}

test.each([
  ['de', stresses],
  ['lb', stresses.filter(({ width }) => width === 320)],
] as const)(
  'in %s no page scrolls sideways or cuts a word off, whatever the width, zoom, spacing, direction and words',
  { timeout: 240_000 },
  async (locale, states) => {
    const page = await site.newPage({ reducedMotion: 'reduce' });
    expect(await faultsIn(page, locale, states)).toEqual([]);
  },
);

test('read from right to left, a page is its own mirror image', async () => {
  const page = await site.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const found: string[] = [];
  for (const kind of [
    '',
    'courses/',
    'courses/langage-clair/',
    'modules/reconnaitre-hameconnage/',
    'sessions/',
  ]) {
    await page.goto(`${site.origin}/fr/${kind}`);
    found.push(...(await notMirroredOn(page)).map((fault) => `/fr/${kind} ${fault}`));
  }
  expect(found).toEqual([]);
});

test('with colours of the reader’s own, buttons and fields have an edge and the current page is marked', async () => {
  const page = await site.newPage({ forcedColors: 'active', viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.origin}/fr/courses/`);
  const edges = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        '.button, button, input:not([type=checkbox], [type=radio]), select',
      ),
    ]
      .filter((each) => each.checkVisibility())
      .filter((each) => Number.parseFloat(getComputedStyle(each).borderBlockEndWidth) < 1)
      .map((each) => each.outerHTML.slice(0, 120)),
  );
  expect(edges).toEqual([]);
  for (const place of ['#menu', 'nav:has([hreflang])']) {
    const widths = await page
      .locator(`header ${place} a`)
      .evaluateAll((links) =>
        links.map((link) => [
          link.hasAttribute('aria-current'),
          Number.parseFloat(getComputedStyle(link).borderBlockEndWidth) > 2,
        ]),
      );
    expect(
      widths.filter(([isCurrent, isMarked]) => isCurrent !== isMarked),
      place,
    ).toEqual([]);
    expect(
      widths.some(([isCurrent]) => isCurrent),
      place,
    ).toBe(true);
  }
});

test('who asks for less motion sees none, and nothing is shown to those alone who hover', async () => {
  const page = await site.newPage({ reducedMotion: 'reduce' });
  const found: string[] = [];
  for (const kind of ['', 'courses/', 'blocks/']) {
    await page.goto(`${site.origin}/fr/${kind}`);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('body *')].flatMap((element) => {
        if (!element.checkVisibility()) return [];
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        const isStill = animationName === 'none' && !/[1-9]/.test(transitionDuration);
        return isStill && scrollBehavior === 'auto' ? [] : [`${element.outerHTML.slice(0, 80)} moves`];
      }),
    );
    found.push(...[...moving, ...(await onlyOnHover(page))].map((fault) => `/fr/${kind} ${fault}`));
  }
  expect(found).toEqual([]);
});

test('on paper there is no menu, and a link that one may need to type has its address beside it', async () => {
  const page = await site.newPage();
  await page.clock.install({ time: new Date('2026-11-23T12:00:00Z') });
  await page.goto(`${site.origin}/fr/courses/langage-clair/`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('nav, form, button').filter({ visible: true }).count()).toBe(0);
  const enrol = page.locator('a[data-action=enrol]').filter({ visible: true }).first();
  const address = await enrol.getAttribute('href');
  expect(await enrol.evaluate((link) => getComputedStyle(link, '::after').content)).toContain(address);
});
