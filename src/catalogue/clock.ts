/** Milliseconds since 1970 (UTC), as `Date.now()` counts. */
export type Instant = number;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** No clock is put forward or back within such a quarter of an hour. */
const quarter = 15 * 60_000;

/**
 * The instant at which a wall clock in `timeZone` shows `date` (2027-03-28) and `time` (09:00). A time that the clock
 * skips in spring is read as if it had not been put forward yet; of a time it shows twice in autumn, the first counts.
 */
export function instantOf(date: string, time: string, timeZone: string): Instant {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const early = wanted - offsetAt(wanted - 86_400_000, timeZone);
  const late = wanted - offsetAt(wanted + 86_400_000, timeZone);
  return early + offsetAt(early, timeZone) === wanted || late + offsetAt(late, timeZone) !== wanted
    ? early
    : late;
}

/** The calendar day that a wall clock in `timeZone` shows at `instant`: 2027-03-28. */
export function dayAt(instant: Instant, timeZone: string): string {
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 10);
}

/** How far a wall clock in `timeZone` is ahead of UTC at `instant`, in milliseconds. */
export function offsetAt(instant: Instant, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, known);
  const start = Math.floor(instant / quarter) * quarter;
  const offset = known.get(start) ?? readOffset(start, timeZone);
  known.set(start, offset);
  return offset;
}

function readOffset(instant: Instant, timeZone: string): number {
  const parts = formatFor(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((found) => found.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-hc-h23', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
