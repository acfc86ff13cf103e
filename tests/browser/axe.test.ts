import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kindsOfPage, openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;

beforeAll(async () => {
  site = await openInBrowser();
});

afterAll(() => site.close());

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
);

/** What axe finds by the rules of WCAG A and AA and by its best practices. */
async function mistakesIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => {
    const runner = (globalThis as unknown as { axe: typeof axe }).axe;
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return runner.run({ runOnly: { type: 'tag', values } });
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

test.each(looks)(
  'a page of each kind keeps the rules of accessibility: $colorScheme, $width pixels',
  { timeout: 120_000 },
  async ({ colorScheme, width }) => {
    const page = await site.newPage({
      colorScheme,
      viewport: { width, height: 900 },
      bypassCSP: true,
      reducedMotion: 'reduce',
    });
    const found: string[] = [];
    for (const kind of kindsOfPage) {
      await page.goto(`${site.origin}/fr/${kind}`);
      found.push(...(await mistakesIn(page)).map((mistake) => `/fr/${kind} ${mistake}`));
    }
    expect(found).toEqual([]);
  },
);
