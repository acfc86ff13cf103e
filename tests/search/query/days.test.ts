import { expect, test } from 'vitest';
import { anyDay, dayRange, daysWithin, readDay } from '../../../src/search/query/days.ts';

const today = '2027-01-31';

test('without a wish for days there is no range', () => {
  expect(dayRange(anyDay, today)).toBeUndefined();
});

test('the coming month ends on the same day of the next one, or on its last', () => {
  const soon = { ...anyDay, isSoon: true };
  expect(dayRange(soon, today)).toEqual({ facet: 'day', first: today, last: '2027-02-28' });
  expect(dayRange(soon, '2026-12-15')?.last).toBe('2027-01-15');
});

test('free places alone are asked for from today on, whenever they are', () => {
  const range = dayRange({ ...anyDay, isFree: true }, today);
  expect(range).toMatchObject({ facet: 'free', first: today });
  expect(daysWithin(['2027-01-30', '2027-01-31', '2031-05-01'], range as never)).toEqual([
    '2027-01-31',
    '2031-05-01',
  ]);
});

test('days that are over are not offered, and swapped ends are put right', () => {
  expect(dayRange({ ...anyDay, from: '2026-01-01' }, today)?.first).toBe(today);
  expect(dayRange({ ...anyDay, from: '2027-06-30', to: '2027-03-01' }, today)).toMatchObject({
    first: '2027-03-01',
    last: '2027-06-30',
  });
});

test.each(['', '2027-2-1', '2027-02-30', 'soon', null])('“%s” is no day', (text) => {
  expect(readDay(text)).toBe('');
});
