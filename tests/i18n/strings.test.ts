import { expect, test } from 'vitest';
import { datesFor } from '../../src/i18n/dates.ts';
import { fill } from '../../src/i18n/fill.ts';
import { readingOrder } from '../../src/i18n/locales.ts';
import { stringsFor } from '../../src/i18n/strings.ts';
import { terminalLocale } from '../../src/i18n/terminal.ts';
import { linkTo, urlFor } from '../../src/i18n/urls.ts';

test('nought takes the singular in French and the plural in German', () => {
  expect(stringsFor('fr').count('courses.count', 0)).toBe(
    stringsFor('fr').t('courses.count.one', { n: '0' }),
  );
  expect(stringsFor('de').count('courses.count', 0)).toBe(
    stringsFor('de').t('courses.count.other', { n: '0' }),
  );
});

test('numbers are written as the language writes them', () => {
  expect(stringsFor('fr').count('hours.count', 1.5)).toContain('1,5');
  expect(stringsFor('en').count('hours.count', 1.5)).toContain('1.5');
});

test('a value that is not given leaves its place visible', () => {
  expect(fill('{a} et {b}', { a: 1 })).toBe('1 et {b}');
});

test('a word that is missing is named with the file to write it in', () => {
  expect(() => stringsFor('fr').t('nobody.wrote.this' as 'page.home')).toThrow(
    'Add “nobody.wrote.this” to src/i18n/strings',
  );
});

test('dates are written in each language, English in the British order', () => {
  const days = (['fr', 'de', 'lb', 'en'] as const).map((locale) => datesFor(locale).day('2027-03-15'));
  expect(days.map((day) => day.replace('\u00a0', ' '))).toEqual([
    '15 mars 2027',
    '15. März 2027',
    '15. Mäerz 2027',
    '15 March 2027',
  ]);
});

test('a day is not parted from its month at the end of a line', () => {
  for (const locale of ['fr', 'de', 'lb', 'en'] as const)
    expect(datesFor(locale).weekday('2027-03-15')).toMatch(/ 15\.?\u00a0M/i);
});

test('the first day of a month is an ordinal in French', () => {
  expect(datesFor('fr').day('2027-03-01')).toBe('1er\u00a0mars 2027');
  expect(datesFor('fr').range('2027-03-01', '2027-03-03')).toMatch(/^1er\s?–\s?3\u00a0mars 2027$/);
  expect(datesFor('fr').day('2027-03-11')).toBe('11\u00a0mars 2027');
});

test('a calendar day stays the same day, whatever the zone of the machine', () => {
  const former = process.env.TZ;
  process.env.TZ = 'Pacific/Kiritimati';
  try {
    expect(datesFor('en').day('2027-03-28')).toBe('28\u00a0March 2027');
  } finally {
    if (former === undefined) delete process.env.TZ;
    else process.env.TZ = former;
  }
});

test('a day alone is not written as a range', () => {
  expect(datesFor('en').range('2027-03-15', '2027-03-15')).toBe('15\u00a0March 2027');
  expect(datesFor('en').range('2027-03-15', '2027-03-17')).toMatch(/^15\s?–\s?17\sMarch 2027$/);
});

test('readers are offered their own language first, then French, then the others', () => {
  expect(readingOrder('lb')).toEqual(['lb', 'fr', 'de', 'en']);
});

test('a page has an address under its language; an address elsewhere stays as it is', () => {
  expect(urlFor('de', 'courses/rgpd/')).toBe('/de/courses/rgpd/');
  expect(linkTo('de', 'courses/?level=beginner')).toBe('/de/courses/?level=beginner');
  expect(linkTo('de', 'mailto:info@academy.example')).toBe('mailto:info@academy.example');
});

test('commands speak the language of the terminal, else English', () => {
  expect(terminalLocale({ LANG: 'lb_LU.UTF-8' })).toBe('lb');
  expect(terminalLocale({ LANG: 'fr_FR.UTF-8', LC_ALL: 'de_DE' })).toBe('de');
  expect(terminalLocale({ LANG: 'C.UTF-8' })).toBe('en');
});
