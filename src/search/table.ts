import { durationRange } from '../catalogue/hours.ts';
import { type DayFacet, type FacetName, type Facets, facetNames } from './facet-names.ts';
import { type Listed, never } from './query/listing.ts';
import type { SearchRecord } from './records.ts';
import { byKind } from './titles.ts';

/** What results are narrowed and sorted by, as `facets.json` of the bundle. A first search loads it: what follows from the rest is not in it. */
export interface TableFile {
  /** The facets that occur, but `free`, and `duration`, which follows from the hours. */
  readonly facets: Readonly<Record<string, Column>>;
  /** Of the days, those without free places. */
  readonly taken: Column;
  /** The dates that are not the first of the days. */
  readonly dates: Column;
  readonly hours: Column;
}

/** The values of all entries: a line an entry, in the order of the titles, and a sign for each of its values. */
interface Column {
  readonly values: readonly string[];
  readonly rows: string;
}

const columnNames: readonly (FacetName | DayFacet)[] = [
  ...facetNames.filter((name) => name !== 'duration'),
  'day',
];
/** The sign of a column’s first value; those of the others follow it in Unicode. */
const firstSign = '0'.charCodeAt(0);
/** The facets, dates and hours of `records`. */
export function tableFile(records: readonly SearchRecord[]): TableFile {
  const ordered = [...byKind(records).values()].flat();
  const columns = columnNames.map(
    (name) => [name, columnOf(ordered.map(({ facets }) => facets[name] ?? []))] as const,
  );
  return {
    facets: Object.fromEntries(columns.filter(([, { values }]) => values.length > 0)),
    taken: columnOf(ordered.map(({ facets: { day = [], free = [] } }) => without(day, free))),
    dates: columnOf(ordered.map(({ date, facets }) => without([date], [facets.day?.[0] ?? never]))),
    hours: columnOf(ordered.map(({ hours }) => (hours ? [String(Math.round(hours * 100) / 100)] : []))),
  };
}

/** The entries that `file` holds. */
export function readTable({ facets, taken, dates, hours }: TableFile): Listed[] {
  const columns = Object.entries(facets).map(([name, column]) => [name, rowsOf(column)] as const);
  const [lengths, withoutPlaces] = [rowsOf(hours), rowsOf(taken)];
  return rowsOf(dates).map(([date], place) => {
    const found = Object.fromEntries(
      columns.flatMap(([name, rows]) => (rows[place]?.length ? [[name, rows[place]]] : [])),
    ) as Facets;
    const free = without(found.day ?? [], withoutPlaces[place] ?? []);
    const hours = Number(lengths[place]?.[0] ?? 0);
    const facets = {
      ...found,
      ...(hours > 0 && { duration: [durationRange(hours)] }),
      ...(free.length > 0 && { free }),
    };
    return { facets, date: date ?? found.day?.[0] ?? never, hours };
  });
}

function without(values: readonly string[], others: readonly string[]): string[] {
  return values.filter((value) => !others.includes(value));
}

function columnOf(rows: readonly (readonly string[])[]): Column {
  const values = [...new Set(rows.flat())].sort();
  const signs = new Map(values.map((value, at) => [value, String.fromCharCode(firstSign + at)]));
  return { values, rows: rows.map((row) => row.map((value) => signs.get(value)).join('')).join('\n') };
}

function rowsOf({ values, rows }: Column): string[][] {
  return rows.split('\n').map((row) => [...row].map((sign) => values[sign.charCodeAt(0) - firstSign] ?? ''));
}
