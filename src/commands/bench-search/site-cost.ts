import type { Browser } from 'playwright-core';
import { openCatalogue, type Typed } from './catalogue-page.ts';
import { type Cost, quantile } from './cost.ts';
import { bytesOf, type Sent } from './counting-server.ts';
import type { ServedSite } from './served-site.ts';

/** So many first searches are weighed: the heaviest counts. */
const weighed = 6;

/**
 * What the search of `language` costs on the catalogue page of `site`, as readers use it: the island, the index, the
 * cards, their pictures and the suggestions. Every first search is that of a browser that has never been there.
 */
export async function costOfSite(
  browser: Browser,
  site: ServedSite,
  { language, queries, pages }: { language: string; queries: readonly string[]; pages: number },
): Promise<Cost> {
  const step = Math.max(1, Math.floor(queries.length / weighed));
  const asked = queries.filter((_query, at) => at % step === 0).slice(0, weighed);
  const weights = { before: 0, first: 0, typed: 0, again: 0 };
  const keep = (name: keyof typeof weights, sent: readonly Sent[]) => {
    weights[name] = Math.max(weights[name], bytesOf(sent));
  };
  for (const words of asked) {
    keep('typed', (await firstSearch(browser, site, language, words, 'type')).search);
    const { before, search, again } = await firstSearch(browser, site, language, words, 'ask');
    keep('before', before);
    keep('first', search);
    keep('again', again);
  }
  const page = await openCatalogue(browser, site, language);
  await page.focus();
  const typed: Typed[] = [];
  for (const words of queries) typed.push(await page.type(words));
  await page.close();
  const times = typed.flatMap(({ keys }) => keys);
  return {
    pages,
    ...weights,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    keys: times.length,
    whole: quantile(
      typed.map(({ whole }) => whole),
      0.5,
    ),
  };
}

interface FirstSearch {
  readonly before: readonly Sent[];
  readonly search: readonly Sent[];
  readonly again: readonly Sent[];
}

async function firstSearch(
  browser: Browser,
  { sent, ...site }: ServedSite,
  language: string,
  words: string,
  way: 'ask' | 'type',
): Promise<FirstSearch> {
  const opened = sent.length;
  const page = await openCatalogue(browser, { sent, ...site }, language);
  const ready = sent.length;
  await page.focus();
  await page[way](words);
  await page.settle();
  const done = sent.length;
  let revisited = done;
  if (way === 'ask') {
    await page.revisit();
    revisited = sent.length;
    await page.focus();
    await page.ask(words);
    await page.settle();
  }
  // A browser asks whether the manifest has changed, and is told no: that is not loading.
  const again = sent.slice(revisited).filter(({ path }) => !path.endsWith('/search.json'));
  await page.close();
  const loaded = sent.slice(opened, ready);
  return {
    before: loaded.filter(({ path }) => /\/_search\/|search\.json$/.test(path)),
    search: [...loaded.filter(({ path }) => path.endsWith('.js')), ...sent.slice(ready, done)],
    again,
  };
}
