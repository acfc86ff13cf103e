import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FocusStop, stopsOn } from './focus/stops.ts';
import { openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;

beforeAll(async () => {
  site = await openInBrowser();
});

afterAll(() => site.close());

const main = ['', 'courses/', 'courses/langage-clair/', 'sessions/', 'paths/stage-agent-de-l-etat/'];
const module = 'modules/reconnaitre-hameconnage/';
const walks = [
  { colorScheme: 'light', width: 1280, pages: [...main, module, 'help/', 'my-learning/', '404/'] },
  { colorScheme: 'dark', width: 390, pages: ['', 'courses/', 'courses/langage-clair/', module] },
] as const;

const mistakes: readonly { readonly name: string; readonly isMade: (stop: FocusStop) => boolean }[] = [
  { name: 'comes before what stands above it', isMade: ({ comesTooLate }) => comesTooLate },
  { name: 'has no outline', isMade: ({ outline }) => outline < 2 },
  { name: 'is seen with a contrast below 3', isMade: ({ contrast }) => contrast < 3 },
  { name: 'is covered or out of sight', isMade: ({ isCovered }) => isCovered },
  { name: 'is smaller than 24 pixels and close to another', isMade: ({ isCramped }) => isCramped },
];

test.each(walks)(
  'the focus goes through a page in the order one reads, seen at each stop: $colorScheme, $width pixels',
  { timeout: 120_000 },
  async ({ colorScheme, width, pages }) => {
    const page = await site.newPage({
      colorScheme,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    const found: string[] = [];
    for (const path of pages) {
      await page.goto(`${site.origin}/fr/${path}`);
      const stops = await stopsOn(page);
      expect(stops.length, path).toBeGreaterThan(15);
      for (const stop of stops)
        for (const { name, isMade } of mistakes)
          if (isMade(stop)) found.push(`/fr/${path} ${stop.name} ${name} (${stop.contrast.toFixed(2)})`);
    }
    expect(found).toEqual([]);
  },
);
