import { expect, test } from 'vitest';
import type { CourseView } from '../../src/catalogue/catalogue.ts';
import { nearCourses } from '../../src/catalogue/related.ts';

/** The courses near to the first of `found`, which stand in all their topics’ lists in this order. */
function nearFirst(
  found: readonly (readonly [slug: string, facts?: object])[],
): readonly string[] | undefined {
  const courses = new Map(
    found.map(([slug, facts]) => {
      const own = { topics: ['data'], level: 'beginner', audiences: ['all'], ...facts };
      return [slug, { slug, facts: own } as unknown as CourseView];
    }),
  );
  const ofTopic = (topic: string) =>
    [...courses.values()].filter(({ facts }) => facts.topics.includes(topic)).map(({ slug }) => slug);
  const lists = new Map(['data', 'law'].map((topic) => [topic, ofTopic(topic)]));
  return nearCourses(courses, courses, lists).get(found[0]?.[0] ?? '');
}

const other = { level: 'expert', audiences: ['trainers'] };

test('of courses that are equally near those that follow in the list come first', () => {
  expect(nearFirst([['a'], ['b'], ['c'], ['d'], ['e']])).toEqual(['b', 'c', 'd']);
});

test('a course of the same level and audience is nearer, wherever it stands', () => {
  expect(
    nearFirst([['a'], ['b', other], ['c', other], ['d', other], ['e', { level: 'expert' }], ['f']]),
  ).toEqual(['f', 'e', 'b']);
});

test('a course that shares two topics is nearer than one of the same level and audience', () => {
  const both = { topics: ['data', 'law'] };
  expect(nearFirst([['a', both], ['b'], ['c'], ['d'], ['e', { ...other, ...both }]])).toEqual([
    'e',
    'b',
    'c',
  ]);
});

test('the next courses of a course, which its page names, are not among those near to it', () => {
  expect(nearFirst([['a', { nextCourses: ['c'] }], ['b'], ['c'], ['d']])).toEqual(['b', 'd']);
});
