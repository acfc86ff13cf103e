import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { locales } from '../i18n/locales.ts';
import { fillersOf } from '../search/fillers.ts';
import { readSite } from '../site.ts';
import { costRow, measuredCost } from './bench-search/cost.ts';
import { corpusOf, readLines } from './bench-search/documents.ts';
import { judge } from './bench-search/judge.ts';
import type { JudgedQuery } from './bench-search/judged.ts';
import { madeQueries } from './bench-search/made-queries.ts';
import { qualityReport } from './bench-search/report.ts';
import { contentCorpus } from './bench-search/shipped.ts';

/** `npm run bench:search`: how well the search finds, beside others. The exit code. */
export async function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      docs: { type: 'string' },
      queries: { type: 'string' },
      half: { type: 'string' },
      misses: { type: 'boolean' },
      make: { type: 'boolean' },
      cost: { type: 'string' },
    },
  });
  const corpus = values.docs
    ? await corpusOf(values.docs)
    : await contentCorpus(readSite(environment), environment);
  const fillers = fillersOf();
  if (values.make) {
    for (const lang of locales) {
      for (const query of madeQueries(corpus, lang, fillers)) console.log(JSON.stringify(query));
    }
    return 0;
  }
  if (values.cost) {
    for (const pages of values.cost.split(',').map(Number)) {
      console.log(costRow(await measuredCost(corpus, pages, fillers, environment)));
    }
    return 0;
  }
  const file = values.queries ?? 'bench/search/queries.jsonl';
  const queries = readLines<JudgedQuery>(await readFile(file, 'utf8'));
  const judged = await judge(corpus, queries, fillers);
  console.log(qualityReport(judged, { misses: values.misses ?? false, half: values.half }));
  return 0;
}
