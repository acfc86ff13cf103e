import type { Browser } from 'playwright-core';
import { openCatalogue } from './catalogue-page.ts';
import type { JudgedQuery } from './judged.ts';
import type { Judgement } from './scores.ts';
import type { ServedSite } from './served-site.ts';

/**
 * What the catalogue pages of `site` answer to `queries`, each in its language; those of languages it does not have are
 * left out. An id is found where the address of a result ends with it. Only the results that come at once are seen.
 */
export async function answersOfSite(
  browser: Browser,
  site: ServedSite,
  queries: readonly JudgedQuery[],
): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const [language, asked] of Map.groupBy(queries, ({ lang }) => lang)) {
    if (!site.languages.includes(language)) continue;
    const page = await openCatalogue(browser, site, language);
    await page.focus();
    for (const query of asked) {
      await page.ask(query.q);
      const addresses = await page.shown();
      judgements.push({ query, answered: addresses.map((address) => idOf(address, query.relevant)) });
    }
    await page.close();
  }
  return judgements;
}

/** The id among `relevant` that an address ends with, or else the address. */
function idOf(address: string, relevant: readonly string[]): string {
  const [path = '', place] = address.split('#');
  const endings = [path.replace(/\/$/, ''), ...(place ? [address, place] : [])];
  return relevant.find((id) => endings.some((end) => `/${end}`.endsWith(`/${id}`))) ?? address;
}
