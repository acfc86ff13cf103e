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

/** The day of what has none. */
export const never = '9999-12-31';

/** An entry that has a type; without one it is a course. */
interface Typed extends Listed {
  readonly type?: RecordType;
}

/** What narrows a list, and how what is left is sorted. */
export interface Narrowing {
  readonly selection: Selection;
  readonly sorting?: Sorting;
  readonly range?: DayRange | undefined;
  /** The reader’s day: what is past comes after what is to come. */
  readonly today?: string;
}

/** Those of `places` that the filters leave: in their order, or by date or duration where that is asked for, equals in their order. */
export function narrowed(
  places: readonly number[],
  entries: readonly Typed[],
  { selection, sorting, range, today = '' }: Narrowing,
): number[] {
  const at = (place: number) => entries[place] as Typed;
  const left = places.filter((place) => holds(at(place), selection, range));
  if (sorting === 'date') left.sort((a, b) => compare(dateKey(at(a), today), dateKey(at(b), today)));
  if (sorting === 'duration') left.sort((a, b) => compare(hoursOf(at(a)), hoursOf(at(b))));
  return left;
}

/** The first day of a session of `entry`, or its own day, that is not past. */
export function nextDay(entry: Listed | undefined, today: string): string | undefined {
  const days = entry?.facets.day ?? (entry ? [entry.date] : []);
  return days.find((day) => day >= today && day !== never);
}

/** What is to come, the soonest first; what is past, the latest first; what has no day. */
function dateKey(entry: Listed, today: string): number {
  const next = nextDay(entry, today);
  if (next) return numberOf(next);
  return entry.date === never ? Number.POSITIVE_INFINITY : numberOf(never) - numberOf(entry.date);
}

function numberOf(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** What has no duration comes last. */
function hoursOf({ hours }: Listed): number {
  return hours > 0 ? hours : Number.POSITIVE_INFINITY;
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
  const chosen = filterNames.filter((name) => selection[name]?.length);
  const amounts = { soon: 0, free: 0 };
  for (const place of places) {
    const entry = entries[place] as Typed;
    const missed = chosen.filter((name) => !hasOne(entry, name, selection[name]));
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

function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}
