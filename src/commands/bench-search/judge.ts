import type { Corpus } from './documents.ts';
import type { JudgedQuery } from './judged.ts';
import type { Judged, Judgement } from './scores.ts';
import { systemNames, systemsOver } from './systems.ts';

/** What each system answers to each query, over the same documents. */
export async function judge(corpus: Corpus, queries: readonly JudgedQuery[]): Promise<Judged> {
  const judged = new Map<string, Judgement[]>(systemNames.map((name) => [name, []]));
  for (const [lang, asked] of Map.groupBy(queries, (query) => query.lang)) {
    const systems = await systemsOver(corpus.recordsIn(lang), lang);
    for (const query of asked) {
      for (const name of systemNames)
        judged.get(name)?.push({ query, answered: await systems[name](query.q) });
    }
  }
  return judged;
}
