import type { JudgedQuery } from './judged.ts';

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

/** What each system answered, by its name; the first is the one in question. */
export type Judged = ReadonlyMap<string, readonly Judgement[]>;

export function scoreOf(judgements: readonly Judgement[]): Score {
  const places = judgements.map(placeOf);
  return {
    count: judgements.length,
    success: meanOf(places.map((place) => Number(place <= 5))),
    mrr: meanOf(places.map((place) => 1 / place)),
    zero: meanOf(judgements.map(({ answered }) => Number(answered.length === 0))),
  };
}

/** The place of the first right entry, from 1; infinite where it is not among the first hundred. */
export function placeOf({ query, answered }: Judgement): number {
  const at = answered.slice(0, 100).findIndex((id) => query.relevant.includes(id));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

/** The score of each group of judgements by the name `nameOf` gives, names in order, and their mean: each counts alike. */
export function scoresBy(
  judgements: readonly Judgement[],
  nameOf: (query: JudgedQuery) => string,
): { readonly groups: ReadonlyMap<string, Score>; readonly mean: Score } {
  const groups = new Map(
    [...Map.groupBy(judgements, ({ query }) => nameOf(query))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, group]) => [name, scoreOf(group)]),
  );
  const all = [...groups.values()];
  return {
    groups,
    mean: {
      count: judgements.length,
      success: meanOf(all.map(({ success }) => success)),
      mrr: meanOf(all.map(({ mrr }) => mrr)),
      zero: meanOf(all.map(({ zero }) => zero)),
    },
  };
}

function meanOf(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}
