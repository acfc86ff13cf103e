import { expect, test } from 'vitest';
import { countsOf, type Listed, listed } from '../../../src/search/query/listing.ts';

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

test('one of the values of a facet suffices, and each facet must hold', () => {
  expect(listed(courses, { level: ['beginner', 'expert'], topic: ['data'] }, 'title')).toEqual([0, 1]);
  expect(listed(courses, { level: ['expert'], topic: ['web'] }, 'title')).toEqual([]);
});

test('courses come by their next session, those without one last', () => {
  expect(listed(courses, {}, 'date')).toEqual([2, 0, 1]);
});

test('short courses come first when sorted by duration', () => {
  expect(listed(courses, {}, 'duration')).toEqual([1, 0, 2]);
});

test('a count says what choosing that value would leave, whatever is chosen in its own facet', () => {
  const counts = countsOf(courses, { level: ['expert'] });
  expect(counts.level).toEqual({ beginner: 2, expert: 1 });
  expect(counts.topic).toEqual({ data: 1 });
});
