import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readJsonLines } from './json-lines.ts';

const judgedQuery = z.object({
  q: z.string().min(1),
  lang: z.string().min(2),
  relevant: z.array(z.string()).min(1),
  category: z.string().optional(),
});

/** A query with the entries that answer it. */
export type JudgedQuery = Readonly<z.infer<typeof judgedQuery>>;

/** The queries of a JSONL file. Throws `UnusableFile`. */
export function readQueries(file: string): Promise<JudgedQuery[]> {
  return readJsonLines(file, judgedQuery);
}

export type Half = 'dev' | 'test';

/** The half that a query belongs to: by its first target, so that no entry is tuned on and tested. */
export function halfOf({ relevant }: JudgedQuery): Half {
  const [target = ''] = [...relevant].sort();
  return (createHash('sha256').update(target).digest()[0] ?? 0) % 2 === 0 ? 'dev' : 'test';
}

/** How well a system answers some queries. */
export interface Score {
  readonly count: number;
  /** The part of the queries with a right entry among the first five. */
  readonly success: number;
  /** The mean of 1 / the place of the first right entry. */
  readonly mrr: number;
  /** The part of the queries to which nothing was answered. */
  readonly zero: number;
}

/** What a system answered to a query: ids, best first. */
export interface Judgement {
  readonly query: JudgedQuery;
  readonly answered: readonly string[];
}

export function scoreOf(judgements: readonly Judgement[]): Score {
  const places = judgements.map(placeOf);
  const mean = (values: readonly number[]) =>
    values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
  return {
    count: judgements.length,
    success: mean(places.map((place) => Number(place <= 5))),
    mrr: mean(places.map((place) => 1 / place)),
    zero: mean(judgements.map(({ answered }) => Number(answered.length === 0))),
  };
}

/** The place of the first right entry, from 1; infinite where it is not among the first hundred. */
export function placeOf({ query, answered }: Judgement): number {
  const at = answered.slice(0, 100).findIndex((id) => query.relevant.includes(id));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

/** The score of each category, and their mean: every category counts alike. */
export function scoresByCategory(judgements: readonly Judgement[]): {
  readonly categories: ReadonlyMap<string, Score>;
  readonly mean: Score;
} {
  const groups = Map.groupBy(judgements, ({ query }) => query.category ?? 'all');
  const categories = new Map([...groups].map(([name, group]) => [name, scoreOf(group)]));
  const all = [...categories.values()];
  const mean = (value: (score: Score) => number) =>
    all.length > 0 ? all.reduce((sum, score) => sum + value(score), 0) / all.length : 0;
  return {
    categories,
    mean: {
      count: judgements.length,
      success: mean(({ success }) => success),
      mrr: mean(({ mrr }) => mrr),
      zero: mean(({ zero }) => zero),
    },
  };
}
