/** When a reader wants to begin, as the address has it; `''` where a side is left open. Days are calendar days: 2027-03-15. */
export interface DaysWanted {
  /** Within the coming month; the days from and to are then not asked for. */
  readonly isSoon: boolean;
  readonly from: string;
  readonly to: string;
  /** Only where places are free. */
  readonly isFree: boolean;
}

export const anyDay: DaysWanted = { isSoon: false, from: '', to: '', isFree: false };

/** The days of sessions an entry must have one of: of all its sessions to come, or of those with free places. */
export interface DayRange {
  readonly facet: 'day' | 'free';
  readonly first: string;
  readonly last: string;
}

const lastDay = '9999-12-30';

/** The days that `wanted` asks for, none before `today`; undefined where any entry will do, with sessions or without. */
export function dayRange(wanted: DaysWanted, today: string): DayRange | undefined {
  const { isSoon, from, to, isFree } = wanted;
  if (!isSoon && !from && !to && !isFree) return undefined;
  const facet = isFree ? 'free' : 'day';
  if (isSoon) return { facet, first: today, last: monthAfter(today) };
  const [first, last] = from && to && from > to ? [to, from] : [from || today, to || lastDay];
  return { facet, first: first > today ? first : today, last };
}

/** The calendar day that `now` is where the reader is. */
export function readerDay(now: Date): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Those of `days` that lie in `range`, its ends among them. */
export function daysWithin(days: readonly string[], { first, last }: DayRange): string[] {
  return days.filter((day) => day >= first && day <= last);
}

/** `text` if it is a calendar day that exists; else `''`. */
export function readDay(text: string | null): string {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return '';
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) ? text : '';
}

/** The same day of the next month, or the last day of a shorter one. */
function monthAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lengthOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, lengthOfNext))).toISOString().slice(0, 10);
}
