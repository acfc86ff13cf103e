import type { Corpus } from './documents.ts';
import { generatedRecords } from './generated.ts';
import { type Cost, costOf } from './in-browser.ts';

/** What a search of `pages` made-up pages costs: queries of two and three words from their titles, some misspelt, typed letter by letter. */
export function measuredCost(
  corpus: Corpus,
  pages: number,
  fillers: ReadonlySet<string>,
  environment: NodeJS.ProcessEnv,
): Promise<Cost> {
  const records = generatedRecords(corpus.recordsIn('fr'), pages);
  const queries = Array.from({ length: 24 }, (_, at) => {
    const words = (records[at * Math.floor(pages / 24)]?.title ?? '').toLowerCase().split(' ');
    const query = at % 2 ? `${words[0]} ${words[3]}` : words.slice(0, 3).join(' ');
    return at % 4 === 3 ? query.replace(/(.{4})(.)(.)/, '$1$3$2') : query;
  });
  return costOf(records, queries, fillers, environment);
}

/** A row of the table of costs. */
export function costRow({ pages, bytes, p50, p95, keys }: Cost): string {
  return `| ${pages} | ${(bytes / 1000).toFixed(0)} KB | ${p50.toFixed(0)} ms | ${p95.toFixed(0)} ms | ${keys} |`;
}
