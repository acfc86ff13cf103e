import { expect, test } from 'vitest';
import { datesFor } from '../../src/i18n/dates.ts';
import { type Locale, locales } from '../../src/i18n/locales.ts';

const aDay = 86_400_000;
const days = Array.from({ length: 800 }, (_, at) =>
  new Date(Date.UTC(2026, 10, 20) + at * aDay).toISOString().slice(0, 10),
);

/** What Intl writes, which knows neither lines nor the French ordinal. */
function asIntl(words: string): string {
  return words.replaceAll('\u00a0', ' ').replaceAll('\u2009', ' ').replaceAll('1er', '1');
}

function format(locale: Locale, options: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: 'UTC', ...options });
}

const date = (day: string) => new Date(`${day}T12:00:00Z`);

test.each(locales)(
  'in %s every day and every range of days is written as Intl writes it, whatever was asked before',
  (locale) => {
    const dates = datesFor(locale);
    const long = { day: 'numeric', month: 'long', year: 'numeric' } as const;
    const [day, weekday, short] = [
      long,
      { weekday: 'long', ...long } as const,
      { day: 'numeric', month: 'short' } as const,
    ].map((options) => format(locale, options)) as [
      Intl.DateTimeFormat,
      Intl.DateTimeFormat,
      Intl.DateTimeFormat,
    ];
    for (const [at, one] of days.entries()) {
      expect(asIntl(dates.day(one))).toBe(asIntl(day.format(date(one))));
      expect(asIntl(dates.weekday(one))).toBe(asIntl(weekday.format(date(one))));
      expect(asIntl(dates.short(one))).toBe(asIntl(short.format(date(one))));
      for (const last of [1, 9, 40, 400]
        .map((later) => days[at + later])
        .filter((found) => found !== undefined))
        expect(asIntl(dates.range(one, last))).toBe(asIntl(day.formatRange(date(one), date(last))));
    }
  },
);

test('a day stays on one line with its month, French begins a month with an ordinal, one day is no range', () => {
  const french = datesFor('fr');
  expect(french.day('2027-03-02')).toBe('2\u00a0mars 2027');
  expect(french.day('2027-03-01')).toBe('1er\u00a0mars 2027');
  expect(french.range('2027-03-01', '2027-04-01')).toMatch(/^1er\u00a0mars.*1er\u00a0avril 2027$/);
  expect(french.range('2027-03-01', '2027-03-01')).toBe(french.day('2027-03-01'));
  expect(datesFor('de').range('2027-03-15', '2027-03-17')).toBe('15.–17.\u00a0März 2027');
});
