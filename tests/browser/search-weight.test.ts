import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCatalogue } from '../../src/commands/bench-search/catalogue-page.ts';
import { kilobytes } from '../../src/commands/bench-search/cost.ts';
import { type ServedSite, serveSite } from '../../src/commands/bench-search/served-site.ts';
import { answersOfSite } from '../../src/commands/bench-search/site-answers.ts';
import { costOfSite } from '../../src/commands/bench-search/site-cost.ts';
import { launchBrowser } from '../../src/commands/browser.ts';
import { readSite } from '../../src/site.ts';

/** What a first search on the demonstration may weigh, everything included; the bar at a thousand entries is 220 KB. */
const most = 190_000;

let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite(readSite(process.env).outDir);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  site.close();
});

test.each([
  ['fr', 'protection des données'],
  ['de', 'Künstliche Intelligenz im Büro'],
])(
  'a first search in %s stays light, and costs nothing before focus or on another visit',
  async (language, words) => {
    const cost = await costOfSite(browser, site, { language, queries: [words], pages: 1 });
    console.log(
      `first search in ${language}: ${kilobytes(cost.first)}, typed by letters ${kilobytes(cost.typed)}`,
    );
    expect(cost).toMatchObject({ before: 0, again: 0 });
    expect(cost.first).toBeLessThanOrEqual(most);
  },
);

test('a word loads a small piece of the index', async () => {
  const page = await openCatalogue(browser, site, 'fr');
  await page.ask('accessibilité');
  await page.close();
  const pieces = site.sent.filter(({ path }) => path.includes('/index/'));
  expect(pieces.length).toBeGreaterThan(0);
  expect(Math.max(...pieces.map(({ bytes }) => bytes))).toBeLessThan(20_000);
});

test('a built site is judged by the answers to the very query', async () => {
  const asked = [
    { q: 'langage clair', lang: 'fr', relevant: ['langage-clair'], category: 'words' },
    { q: 'hameçonage', lang: 'fr', relevant: ['courses/hameconnage-exercice-en-equipe'], category: 'words' },
    { q: 'hameçonage', lang: 'nl', relevant: ['courses/hameconnage-exercice-en-equipe'], category: 'words' },
  ];
  const answers = await answersOfSite(browser, site, asked);
  expect(answers.map(({ answered }) => answered.slice(0, 5))).toEqual([
    expect.arrayContaining(['langage-clair']),
    expect.arrayContaining(['courses/hameconnage-exercice-en-equipe']),
  ]);
});
