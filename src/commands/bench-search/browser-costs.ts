import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { defaultLocale } from '../../i18n/locales.ts';
import type { Site } from '../../site.ts';
import { findBrowser, launchBrowser } from '../browser.ts';
import { buildSite } from '../build-site.ts';
import type { Cost } from './cost.ts';
import { generatedQueries } from './generated.ts';
import type { JudgedQuery } from './judged.ts';
import { madeSearch } from './made-search.ts';
import type { Judgement } from './scores.ts';
import { type ServedSite, serveSite } from './served-site.ts';
import { answersOfSite } from './site-answers.ts';
import { costOfSite } from './site-cost.ts';

/** So many queries are typed letter by letter, half of them judged ones. */
const typedQueries = 32;

/**
 * What the search costs on catalogues of about so many entries: the catalogue page of `site`, built for it, over the index
 * of a made catalogue.
 */
export async function costsOfMade(
  site: Site,
  sizes: readonly number[],
  queries: readonly JudgedQuery[],
  environment: NodeJS.ProcessEnv,
): Promise<Cost[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-site-'));
  const costs: Cost[] = [];
  try {
    await buildSite({ ...site, outDir: join(folder, 'site') });
    for (const size of sizes) {
      const { records, files } = await madeSearch(site, defaultLocale, size, environment);
      const made = generatedQueries(
        records.filter(({ type }) => type === 'course'),
        typedQueries / 2,
      );
      const asked = [...made, ...some(wordsIn(queries, defaultLocale), typedQueries / 2)];
      costs.push(
        await inBrowser(join(folder, 'site'), files, environment, (browser, served) =>
          costOfSite(browser, served, { language: defaultLocale, queries: asked, pages: records.length }),
        ),
      );
    }
    return costs;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the site built in `folder` answers, and what that costs in the language most is asked in. Throws `UnusableFile`. */
export function answersAndCost(
  folder: string,
  queries: readonly JudgedQuery[],
  environment: NodeJS.ProcessEnv,
): Promise<{ judgements: readonly Judgement[]; costs: readonly Cost[] }> {
  return inBrowser(folder, new Map(), environment, async (browser, site) => {
    const judgements = await answersOfSite(browser, site, queries);
    const costs: Cost[] = [];
    for (const language of site.languages) {
      const asked = some(wordsIn(queries, language), typedQueries / 2);
      if (asked.length === 0) continue;
      const pages = await site.entries(language);
      costs.push(await costOfSite(browser, site, { language, queries: asked, pages }));
    }
    return { judgements, costs };
  });
}

async function inBrowser<T>(
  folder: string,
  instead: ReadonlyMap<string, Uint8Array>,
  environment: NodeJS.ProcessEnv,
  work: (browser: Browser, site: ServedSite) => Promise<T>,
): Promise<T> {
  const site = await serveSite(folder, instead);
  const browser = await launchBrowser([], findBrowser(environment));
  try {
    return await work(browser, site);
  } finally {
    await browser.close();
    site.close();
  }
}

function wordsIn(queries: readonly JudgedQuery[], language: string): string[] {
  return queries.filter(({ lang }) => lang === language).map(({ q }) => q);
}

/** `count` of `all`, evenly spread. */
function some<T>(all: readonly T[], count: number): T[] {
  const most = Math.min(count, all.length);
  return Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)] as T);
}
