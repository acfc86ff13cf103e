import { expect, test } from 'vitest';
import { dayRange } from '../../../src/search/query/days.ts';
import { countsAmong, type Listed, narrowed, nextDay } from '../../../src/search/query/listing.ts';

const course = (level: string, topic: string[], date: string, hours: number): Listed => ({
  facets: { level: [level], topic },
  date,
  hours,
});
const courses = [
  course('beginner', ['data', 'privacy'], '2027-03-01', 6),
  course('expert', ['data'], '9999-12-31', 3),
  course('beginner', ['web'], '2027-01-01', 12),
];

const all = courses.map((_, place) => place);

test('one of the values of a facet suffices, and each facet must hold', () => {
  expect(narrowed(all, courses, { selection: { level: ['beginner', 'expert'], topic: ['data'] } })).toEqual([
    0, 1,
  ]);
  expect(narrowed(all, courses, { selection: { level: ['expert'], topic: ['web'] } })).toEqual([]);
});

test('courses come by their next session, those without one last', () => {
  expect(narrowed(all, courses, { selection: {}, sorting: 'date' })).toEqual([2, 0, 1]);
});

test('short courses come first when sorted by duration', () => {
  expect(narrowed(all, courses, { selection: {}, sorting: 'duration' })).toEqual([1, 0, 2]);
});

test('a count says what choosing that value would leave, whatever is chosen in its own facet', () => {
  const counts = countsAmong(all, courses, { level: ['expert'] });
  expect(counts.level).toEqual({ beginner: 2, expert: 1 });
  expect(counts.topic).toEqual({ data: 1 });
});

test('entries that are equal keep the order they came in', () => {
  const equal = courses.map((one) => ({ ...one, date: '2027-01-01' }));
  expect(narrowed([2, 0, 1], equal, { selection: {}, sorting: 'date' })).toEqual([2, 0, 1]);
});

test('days and free places narrow the list, and are counted too', () => {
  const withDays = [
    { facets: { day: ['2027-01-10', '2027-03-01'], free: ['2027-03-01'] }, date: '2027-01-10', hours: 6 },
    { facets: { day: ['2027-02-20'], free: [] }, date: '2027-02-20', hours: 6 },
    { facets: {}, date: '9999-12-31', hours: 6 },
  ];
  const free = { isSoon: false, from: '', to: '', isFree: true };
  expect(narrowed(all, withDays, { selection: {}, range: dayRange(free, '2027-01-05') })).toEqual([0]);
  expect(
    narrowed(all, withDays, { selection: {}, range: dayRange({ ...free, to: '2027-01-31' }, '2027-01-05') }),
  ).toEqual([]);
  expect(countsAmong(all, withDays, {}, undefined, '2027-02-01')).toMatchObject({
    soon: { yes: 2 },
    free: { yes: 1 },
  });
});

test('what is to come stands before what is past, and what has no day or duration comes last', () => {
  const entry = (date: string, hours: number, day?: string[]) => ({
    date,
    hours,
    facets: day ? { day } : {},
  });
  const entries: Listed[] = [
    entry('9999-12-31', 0),
    entry('2027-01-01', 2),
    entry('2027-02-01', 1, ['2027-02-01', '2027-05-01']),
    entry('2027-03-15', 0, ['2027-03-15']),
    entry('2027-02-20', 3),
  ];
  const sorted = (sorting: 'date' | 'duration') =>
    narrowed([0, 1, 2, 3, 4], entries, { selection: {}, sorting, today: '2027-03-01' });
  expect(sorted('date')).toEqual([3, 2, 4, 1, 0]);
  expect(sorted('duration')).toEqual([2, 1, 4, 0, 3]);
  expect(nextDay(entries[2], '2027-03-01')).toBe('2027-05-01');
  expect(nextDay(entries[1], '2027-03-01')).toBeUndefined();
});
