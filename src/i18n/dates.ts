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
  const words = (form: Intl.DateTimeFormat, likeness = monthOf) =>
    wordsOf(
      ([date = '']) => likeness(date),
      ([date = '']) => form.formatToParts(noon(date)),
      locale,
    );
  const [dayWords, weekdayWords, shortWords] = [words(day), words(weekday, weekdayAndMonthOf), words(short)];
  const range = wordsOf(
    (days) => days.map(monthOf).join(' '),
    ([first = '', last = '']) => day.formatRangeToParts(noon(first), noon(last)),
    locale,
  );
  const inWords = {
    day: (date: string) => dayWords([date]),
    weekday: (date: string) => weekdayWords([date]),
    short: (date: string) => shortWords([date]),
  };
  return {
    ...inWords,
    month: (date) => month.format(noon(date.length === 7 ? `${date}-01` : date)),
    range: (first, last) => (first === last ? inWords.day(first) : range([first, last])),
    moment: (moment) => `${inWords.day(moment.slice(0, 10))}, ${moment.slice(11, 16)}`,
  };
}

type Days = readonly string[];

/**
 * What writes days that are alike in all but their numbers in the month: `form` is asked once for all of one `likeness`,
 * and their own numbers take the place of those it was asked for.
 */
function wordsOf(
  likeness: (days: Days) => string,
  form: (days: Days) => readonly Intl.DateTimeFormatPart[],
  locale: Locale,
): (days: Days) => string {
  const known = new Map<string, readonly (string | undefined)[]>();
  return (days) => {
    const key = likeness(days);
    const pieces = known.get(key) ?? piecesOf(form(days));
    known.set(key, pieces);
    const numbers = days.map((date) => numberIn(date, locale)).values();
    return pieces.map((piece) => piece ?? numbers.next().value).join('');
  };
}

/** The words around the numbers of days, which stay on one line with their months. */
function piecesOf(parts: readonly Intl.DateTimeFormatPart[]): (string | undefined)[] {
  return parts.map(({ type, value }, index) => {
    if (type === 'day') return undefined;
    return parts[index - 1]?.type === 'day' ? value.replace(' ', '\u00a0') : value;
  });
}

/** French begins a month with an ordinal. */
function numberIn(date: string, locale: Locale): string {
  const number = Number(date.slice(8));
  return locale === 'fr' && number === 1 ? '1er' : String(number);
}

function monthOf(date: string): string {
  return date.slice(0, 7);
}

function weekdayAndMonthOf(date: string): string {
  return `${noon(date).getUTCDay()} ${monthOf(date)}`;
}

function noon(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}
