import { type Facets, facetNames } from '../facet-names.ts';
import type { FilterName, Selection, Sorting } from './address.ts';
import { anyDay, type DayRange, type DaysWanted, dayRange, daysWithin } from './days.ts';

/** A course of the list as the page writes it down for the browser. */
export interface Listed {
  readonly facets: Facets;
  readonly date: string;
  readonly hours: number;
}

/** How many results each value of each filter would leave, the other filters as they are; `soon` and `free` have one value, `yes`. */
export type Counts = Readonly<
  Partial<Record<FilterName | 'soon' | 'free', Readonly<Record<string, number>>>>
>;

/** The places, in order, of the courses that `selection` and the days in `range` leave. The list comes in the order of titles. */
export function listed(
  courses: readonly Listed[],
  selection: Selection,
  sorting: Sorting,
  range?: DayRange,
): number[] {
  const left = courses.flatMap(({ facets }, place) => (holds(facets, selection, range) ? [place] : []));
  const at = (place: number) => courses[place] as Listed;
  if (sorting === 'date') left.sort((a, b) => compare(at(a).date, at(b).date) || a - b);
  if (sorting === 'duration') left.sort((a, b) => at(a).hours - at(b).hours || a - b);
  return left;
}

/** For each facet, its values among the courses that the other facets leave; and what the coming month and free places would. */
export function countsOf(
  courses: readonly Listed[],
  selection: Selection,
  days: DaysWanted = anyDay,
  today = '',
): Counts {
  const amount = (wanted: DaysWanted) => listed(courses, selection, 'title', dayRange(wanted, today)).length;
  const range = dayRange(days, today);
  const counts: Partial<Record<keyof Counts, Record<string, number>>> = {
    soon: { yes: amount({ ...days, isSoon: true }) },
    free: { yes: amount({ ...days, isFree: true }) },
  };
  for (const name of facetNames) {
    const others: Selection = { ...selection, [name]: [] };
    const found: Record<string, number> = {};
    for (const { facets } of courses) {
      if (!holds(facets, others, range)) continue;
      for (const value of facets[name] ?? []) found[value] = (found[value] ?? 0) + 1;
    }
    counts[name] = found;
  }
  return counts;
}

function holds(facets: Facets, selection: Selection, range: DayRange | undefined): boolean {
  if (range && daysWithin(facets[range.facet] ?? [], range).length === 0) return false;
  return facetNames.every((name) => {
    const wanted = selection[name];
    return !wanted?.length || wanted.some((value) => facets[name]?.includes(value));
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
