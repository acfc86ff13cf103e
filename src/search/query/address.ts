import { type FacetName, facetNames } from '../facet-names.ts';
import { anyDay, type DaysWanted, readDay } from './days.ts';

/** What results can be narrowed by: their type, and the facets of courses. */
export const filterNames = ['type', ...facetNames] as const;

export type FilterName = 'type' | FacetName;

/** The chosen values: one of those of a filter suffices, and each filter must hold. A filter without values is absent. */
export type Selection = Readonly<Partial<Record<FilterName, readonly string[]>>>;

export const sortings = ['relevance', 'title', 'date', 'duration'] as const;

export type Sorting = (typeof sortings)[number];

export const views = ['list', 'table'] as const;

export type View = (typeof views)[number];

/** A search as a reader asks it and as the page's address has it. */
export interface SearchQuery {
  readonly words: string;
  readonly selection: Selection;
  readonly sorting: Sorting;
  /** Absent where any day will do. */
  readonly days?: DaysWanted | undefined;
  /** How the results are laid out; absent for a list. */
  readonly view?: View | undefined;
  /** The words are to be searched for as they are, without mending. */
  readonly isExact: boolean;
}

/** Without words and types one chooses among courses alone. */
export function isOfCourses({ words, selection }: SearchQuery): boolean {
  return words === '' && !selection.type?.length;
}

/** The search that an address or a form asks for; what it does not know it leaves out. */
export function readQuery(from: URLSearchParams): SearchQuery {
  const chosen = filterNames.map((name) => [name, [...new Set(from.getAll(name))].filter(Boolean)] as const);
  const sorting = sortings.find((known) => known === from.get('sort'));
  return {
    words: (from.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, 200),
    selection: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
    sorting: sorting ?? 'relevance',
    days: readDays(from),
    view: from.get('view') === 'table' ? 'table' : undefined,
    isExact: from.has('exact'),
  };
}

function readDays(from: URLSearchParams): DaysWanted | undefined {
  const isSoon = from.has('soon');
  const days = {
    isSoon,
    from: isSoon ? '' : readDay(from.get('from')),
    to: isSoon ? '' : readDay(from.get('to')),
    isFree: from.has('free'),
  };
  return days.isSoon || days.from || days.to || days.isFree ? days : undefined;
}

/** The part of the address that asks for `query`: `?q=rgpd&level=beginner`; empty for the whole catalogue. */
export function writeQuery({ words, selection, sorting, days = anyDay, view, isExact }: SearchQuery): string {
  const params = new URLSearchParams();
  if (words) params.set('q', words);
  for (const name of filterNames) for (const value of selection[name] ?? []) params.append(name, value);
  if (days.isSoon) params.set('soon', 'yes');
  if (days.from) params.set('from', days.from);
  if (days.to) params.set('to', days.to);
  if (days.isFree) params.set('free', 'yes');
  if (sorting !== 'relevance') params.set('sort', sorting);
  if (view === 'table') params.set('view', view);
  if (words && isExact) params.set('exact', '1');
  const text = params.toString();
  return text && `?${text}`;
}
