import { type Facets, facetNames } from '../facet-names.ts';
import type { FilterName, Selection, Sorting } from './address.ts';

/** A course of the list as the page writes it down for the browser. */
export interface Listed {
  readonly facets: Facets;
  readonly date: string;
  readonly hours: number;
}

/** How many results each value of each filter would leave, the other filters as they are. */
export type Counts = Readonly<Partial<Record<FilterName, Readonly<Record<string, number>>>>>;

/** The places, in order, of the courses that `selection` leaves. The list comes in the order of titles. */
export function listed(courses: readonly Listed[], selection: Selection, sorting: Sorting): number[] {
  const left = courses.flatMap(({ facets }, place) => (holds(facets, selection) ? [place] : []));
  const at = (place: number) => courses[place] as Listed;
  if (sorting === 'date') left.sort((a, b) => compare(at(a).date, at(b).date) || a - b);
  if (sorting === 'duration') left.sort((a, b) => at(a).hours - at(b).hours || a - b);
  return left;
}

/** For each facet, its values among the courses that the other facets leave. */
export function countsOf(courses: readonly Listed[], selection: Selection): Counts {
  const counts: Partial<Record<FilterName, Record<string, number>>> = {};
  for (const name of facetNames) {
    const others: Selection = { ...selection, [name]: [] };
    const found: Record<string, number> = {};
    for (const { facets } of courses) {
      if (!holds(facets, others)) continue;
      for (const value of facets[name] ?? []) found[value] = (found[value] ?? 0) + 1;
    }
    counts[name] = found;
  }
  return counts;
}

function holds(facets: Facets, selection: Selection): boolean {
  return facetNames.every((name) => {
    const wanted = selection[name];
    return !wanted?.length || wanted.some((value) => facets[name]?.includes(value));
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
