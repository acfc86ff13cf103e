import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Cost, costOf } from './cost.ts';
import { countingServer } from './counting-server.ts';
import { openBrowser } from './in-browser.ts';
import { UnusableFile } from './json-lines.ts';
import type { JudgedQuery, Judgement } from './judged.ts';

/** What a built site answers, and what it costs. */
export interface SiteAnswers {
  readonly judgements: readonly Judgement[];
  readonly cost: Cost;
}

/** So many queries of each language are typed letter by letter. */
const mostTyped = 8;

/**
 * Types `queries` into the catalogue pages of the site in `folder`, in Chromium. An id is found where the address of a
 * result ends with it. Throws `UnusableFile` where the folder holds no such page.
 */
export async function askSite(
  folder: string,
  queries: readonly JudgedQuery[],
  environment: NodeJS.ProcessEnv,
): Promise<SiteAnswers> {
  const server = await countingServer((path) =>
    readFile(join(folder, decodeURIComponent(path), path.endsWith('/') ? 'index.html' : '')).catch(
      () => undefined,
    ),
  );
  const browser = await openBrowser(environment);
  const judgements: Judgement[] = [];
  const times: number[] = [];
  let bytes = 0;
  try {
    for (const [lang, asked] of Map.groupBy(queries, (query) => query.lang)) {
      const page = await (await browser.newContext()).newPage();
      const answer = await page.goto(`${server.origin}/${lang}/courses/`, { waitUntil: 'networkidle' });
      if (!answer?.ok())
        throw new UnusableFile(`${folder} holds no page /${lang}/courses/: build a site first.`);
      const before = server.sent();
      await ask(page, asked[0]?.q ?? '');
      await page.locator('[data-part=hits]:not([hidden]), [data-part=none]:not([hidden])').waitFor();
      await page.waitForLoadState('networkidle');
      bytes = Math.max(bytes, server.sent() - before);
      for (const query of asked) {
        await ask(page, query.q);
        const addresses = await page.evaluate(shownAddresses);
        judgements.push({ query, answered: addresses.map((address) => idOf(address, query.relevant)) });
      }
      for (const { q } of asked.slice(0, mostTyped)) {
        for (let length = 2; length <= q.length; length++) times.push(await ask(page, q.slice(0, length)));
      }
      await page.close();
    }
    return { judgements, cost: costOf(await pagesIn(folder), bytes, times) };
  } finally {
    await browser.close();
    server.close();
  }
}

/** Puts words into the search field; the milliseconds until the results stood. */
async function ask(page: Page, words: string): Promise<number> {
  return page.evaluate(async (typed) => {
    const field = document.querySelector<HTMLInputElement>('main input[name=q]');
    const results = document.querySelector('[data-part=hits]')?.parentElement;
    if (!field || !results) throw new Error('The catalogue page has no search.');
    const begin = performance.now();
    let last = begin;
    const watcher = new MutationObserver((changes) => {
      // What is said to screen readers comes later on purpose.
      const isShown = ({ target }: MutationRecord) => !(target as Element).matches?.('[data-part=said]');
      if (changes.some(isShown)) last = performance.now();
    });
    watcher.observe(results, { childList: true, subtree: true, attributes: true, characterData: true });
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    // An answer is complete when nothing has changed for a while; before the first change, the search may be loading.
    const quiet = () => performance.now() - last < (last === begin ? 1500 : 200);
    while (quiet()) await new Promise((later) => setTimeout(later, 10));
    watcher.disconnect();
    return last - begin;
  }, words);
}

/** In the page: the addresses of the results, best first. */
function shownAddresses(): string[] {
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-part=hits] > li:not([hidden]) h3 a');
  return [...links].map((link) => new URL(link.href).pathname + new URL(link.href).hash);
}

/** The id among `relevant` that an address ends with, or else the address. */
function idOf(address: string, relevant: readonly string[]): string {
  const path = address.replace(/#.*$/, '').replace(/\/$/, '');
  return relevant.find((id) => path.endsWith(`/${id}`)) ?? address;
}

async function pagesIn(folder: string): Promise<number> {
  const siteMap = await readFile(join(folder, 'sitemap.xml'), 'utf8').catch(() => '');
  return siteMap.split('<loc>').length - 1;
}
