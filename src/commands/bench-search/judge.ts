import type { Corpus } from './documents.ts';
import type { JudgedQuery, Judgement } from './judged.ts';
import { type SystemName, systemNames, systemsOver } from './systems.ts';

export type Judged = Readonly<Record<SystemName, readonly Judgement[]>>;

/** What each system answers to each query, over the same documents. */
export async function judge(
  corpus: Corpus,
  queries: readonly JudgedQuery[],
  fillers: ReadonlySet<string>,
): Promise<Judged> {
  const judged: Record<SystemName, Judgement[]> = { ours: [], pagefind: [], minisearch: [] };
  for (const [lang, asked] of Map.groupBy(queries, (query) => query.lang)) {
    const systems = await systemsOver(corpus.recordsIn(lang), lang, fillers);
    for (const query of asked) {
      for (const name of systemNames) {
        judged[name].push({ query, answered: await systems[name](query.q) });
      }
    }
  }
  return judged;
}
