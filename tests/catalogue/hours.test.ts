import { expect, test } from 'vitest';
import { durationOf, durationRange } from '../../src/catalogue/hours.ts';
import { courseDuration, hoursWords } from '../../src/catalogue/words.ts';
import { stringsFor } from '../../src/i18n/strings.ts';

test('the duration of a course is the sum of its hours', () => {
  expect(durationOf({ inClass: 6, live: 1.5, selfStudy: 0.25 })).toBe(7.75);
  expect(durationOf({})).toBe(0);
});

test('half a day has up to three hours, a day up to seven, some days up to twenty-one', () => {
  const ranges = [0.5, 3, 3.25, 7, 7.25, 21, 21.25].map(durationRange);
  expect(ranges).toEqual(['half-day', 'half-day', 'day', 'day', 'days', 'days', 'longer']);
});

test('the ways in which hours are spent are named, those without hours left out', () => {
  const strings = stringsFor('en');
  expect(courseDuration(strings, { inClass: 6, selfStudy: 3 })).toBe('9 hours');
  expect(hoursWords(strings, { inClass: 1, live: 0, selfStudy: 3 }).split(', ')).toHaveLength(2);
  expect(hoursWords(strings, { inClass: 1 })).toMatch(/^1 hour /);
});
