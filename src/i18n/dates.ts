import type { Locale } from './locales.ts';

/** Dates in words. Days are calendar days as content writes them (2027-03-15): no zone moves them. */
export interface Dates {
  /** 15 March 2027 */
  day(date: string): string;
  /** Monday 15 March 2027 */
  weekday(date: string): string;
  /** 15 Mar */
  short(date: string): string;
  /** March 2027, of a day or a month (2027-03) */
  month(date: string): string;
  /** 15–17 March 2027; one day if both are the same. */
  range(first: string, last: string): string;
  /** 15 March 2027, 12:00, of a wall-clock moment (2027-03-15T12:00) */
  moment(moment: string): string;
}

const made = new Map<Locale, Dates>();

/** The dates of one language. British order for English, as Luxembourg reads it. */
export function datesFor(locale: Locale): Dates {
  const dates = made.get(locale) ?? datesIn(locale);
  made.set(locale, dates);
  return dates;
}

/** Formats are slow to make, and not quick to use. */
function datesIn(locale: Locale): Dates {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: 'UTC', ...options });
  const day = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const weekday = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const short = format({ day: 'numeric', month: 'short' });
  const month = format({ month: 'long', year: 'numeric' });
  const words = (form: Intl.DateTimeFormat) =>
    onceFor((date) => written(form.formatToParts(noon(date)), locale));
  const inWords = { day: words(day), weekday: words(weekday), short: words(short) };
  const range = onceFor((days) => {
    const [first = '', last = ''] = days.split(' ');
    return written(day.formatRangeToParts(noon(first), noon(last)), locale);
  });
  return {
    ...inWords,
    month: (date) => month.format(noon(date.length === 7 ? `${date}-01` : date)),
    range: (first, last) => (first === last ? inWords.day(first) : range(`${first} ${last}`)),
    moment: (moment) => `${inWords.day(moment.slice(0, 10))}, ${moment.slice(11, 16)}`,
  };
}

/** The same days stand on many pages. */
function onceFor(write: (days: string) => string): (days: string) => string {
  const known = new Map<string, string>();
  return (days) => {
    const words = known.get(days) ?? write(days);
    known.set(days, words);
    return words;
  };
}

/** A day stays on one line with its month, and French begins a month with an ordinal. */
function written(parts: readonly Intl.DateTimeFormatPart[], locale: Locale): string {
  return parts
    .map(({ type, value }, index) => {
      if (type === 'day') return locale === 'fr' && value === '1' ? '1er' : value;
      return parts[index - 1]?.type === 'day' ? value.replace(' ', '\u00a0') : value;
    })
    .join('');
}

function noon(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}
