import { type DayFacet, type FacetName, type Facets, facetNames } from './facet-names.ts';
import type { Listed } from './query/listing.ts';
import type { SearchRecord } from './records.ts';
import { byKind } from './titles.ts';

/** What results are narrowed and sorted by, as `facets.json` of the bundle: a line an entry, in the order of the titles. */
export interface TableFile {
  /** For each facet that occurs: its values, and each entry's as numbers of that list. */
  readonly facets: Readonly<Record<string, { readonly values: readonly string[]; readonly rows: string }>>;
  readonly dates: string;
  readonly hours: string;
}

const columnNames: readonly (FacetName | DayFacet)[] = [...facetNames, 'day', 'free'];

/** The facets, dates and hours of `records`. */
export function tableFile(records: readonly SearchRecord[]): TableFile {
  const ordered = [...byKind(records).values()].flat();
  const facets = columnNames.flatMap((name) => {
    const values = [...new Set(ordered.flatMap(({ facets }) => facets[name] ?? []))].sort();
    if (values.length === 0) return [];
    const places = new Map(values.map((value, place) => [value, place]));
    const rows = ordered.map(({ facets }) => (facets[name] ?? []).map((value) => places.get(value)).join());
    return [[name, { values, rows: rows.join('\n') }] as const];
  });
  return {
    facets: Object.fromEntries(facets),
    dates: ordered.map(({ date }) => (date.startsWith('9999') ? '' : date)).join('\n'),
    hours: ordered.map(({ hours }) => (hours ? Math.round(hours * 100) / 100 : '')).join('\n'),
  };
}

/** The entries that `file` holds. */
export function readTable({ facets, dates, hours }: TableFile): Listed[] {
  const columns = columnNames.flatMap((name) => {
    const { values = [], rows = '' } = facets[name] ?? {};
    return values.length ? [{ name, values, rows: rows.split('\n') }] : [];
  });
  const lengths = hours.split('\n');
  return dates.split('\n').map((date, place) => ({
    facets: Object.fromEntries(
      columns.flatMap(({ name, values, rows }) => {
        const own = rows[place] ? rows[place].split(',').map((at) => values[Number(at)] ?? '') : [];
        return own.length ? [[name, own]] : [];
      }),
    ) as Facets,
    date: date || '9999-12-31',
    hours: Number(lengths[place] ?? 0),
  }));
}
