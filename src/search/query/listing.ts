import type { Facets, RecordType } from '../facet-names.ts';
import { type FilterName, filterNames, type Selection, type Sorting } from './address.ts';
import { anyDay, type DayRange, type DaysWanted, dayRange, daysWithin } from './days.ts';

/** What an entry is narrowed and sorted by. */
export interface Listed {
  readonly facets: Facets;
  readonly date: string;
  readonly hours: number;
}

/** How many results each value of each filter would leave, the other filters as they are; `soon` and `free` have one value, `yes`. */
export type Counts = Readonly<
  Partial<Record<FilterName | 'soon' | 'free', Readonly<Record<string, number>>>>
>;

/** An entry that has a type; without one it is a course. */
interface Typed extends Listed {
  readonly type?: RecordType;
}

/** What narrows a list, and how what is left is sorted. */
export interface Narrowing {
  readonly selection: Selection;
  readonly sorting?: Sorting;
  readonly range?: DayRange | undefined;
}

/** Those of `places` that the filters leave: in their order, or by date or duration where that is asked for, equals in their order. */
export function narrowed(
  places: readonly number[],
  entries: readonly Typed[],
  { selection, sorting, range }: Narrowing,
): number[] {
  const at = (place: number) => entries[place] as Typed;
  const left = places.filter((place) => holds(at(place), selection, range));
  if (sorting === 'date') left.sort((a, b) => compare(at(a).date, at(b).date));
  if (sorting === 'duration') left.sort((a, b) => at(a).hours - at(b).hours);
  return left;
}

/** For each filter, its values among the entries at `places` that the other filters leave; and what the coming month and free places would. */
export function countsAmong(
  places: readonly number[],
  entries: readonly Typed[],
  selection: Selection,
  days: DaysWanted = anyDay,
  today = '',
): Counts {
  const range = dayRange(days, today);
  const soon = dayRange({ ...days, isSoon: true }, today);
  const free = dayRange({ ...days, isFree: true }, today);
  const counts = Object.fromEntries(filterNames.map((name) => [name, {} as Record<string, number>]));
  const amounts = { soon: 0, free: 0 };
  for (const place of places) {
    const entry = entries[place] as Typed;
    const missed = filterNames.filter((name) => !hasOne(entry, name, selection[name]));
    if (missed.length > 1) continue;
    if (missed.length === 0) {
      if (isWithin(entry, soon)) amounts.soon++;
      if (isWithin(entry, free)) amounts.free++;
    }
    if (!isWithin(entry, range)) continue;
    for (const name of missed.length > 0 ? missed : filterNames) {
      const found = counts[name] as Record<string, number>;
      for (const value of valuesOf(entry, name)) found[value] = (found[value] ?? 0) + 1;
    }
  }
  return { ...counts, soon: { yes: amounts.soon }, free: { yes: amounts.free } };
}

function holds(entry: Typed, selection: Selection, range: DayRange | undefined): boolean {
  return isWithin(entry, range) && filterNames.every((name) => hasOne(entry, name, selection[name]));
}

function hasOne(entry: Typed, name: FilterName, wanted: readonly string[] | undefined): boolean {
  return !wanted?.length || valuesOf(entry, name).some((value) => wanted.includes(value));
}

function isWithin({ facets }: Typed, range: DayRange | undefined): boolean {
  return !range || daysWithin(facets[range.facet] ?? [], range).length > 0;
}

function valuesOf({ facets, type = 'course' }: Typed, name: FilterName): readonly string[] {
  return name === 'type' ? [type] : (facets[name] ?? []);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
