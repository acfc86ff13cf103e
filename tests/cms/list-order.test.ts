import { expect, test } from 'vitest';
import { asListed, inOrder } from '../../src/cms/list-order.ts';

const titled = (...titles: (string | undefined)[]) => titles.map((title) => ({ data: { title } }));

test('a list is in the order of its language, numbers by size, and what has no value stands last', () => {
  const entries = titled('Zone', 'Écrire', undefined, 'écran', 'Cours 10', 'Cours 9');
  const sorted = (direction: 'asc' | 'desc') =>
    inOrder(entries, ['data.title'], [direction], [], 'fr').map(({ data }) => data.title);
  expect(sorted('asc')).toEqual(['Cours 9', 'Cours 10', 'écran', 'Écrire', 'Zone', undefined]);
  expect(sorted('desc')).toEqual(['Zone', 'Écrire', 'écran', 'Cours 10', 'Cours 9', undefined]);
});

test('choices stand as their form lists them, days by time, and the first field weighs most', () => {
  const entries = [
    { data: { level: 'expert', meetings: [{ date: new Date('2026-02-01') }] } },
    { data: { level: 'beginner', meetings: [{ date: new Date('2026-03-01') }] } },
    { data: { level: 'all', meetings: [{ date: new Date('2026-01-01') }] } },
    { data: { level: 'beginner', meetings: [{ date: new Date('2026-01-01') }] } },
  ];
  const fields = [{ name: 'level', options: ['all', 'beginner', 'expert'].map((value) => ({ value })) }];
  const order = inOrder(entries, ['data.level', 'data.meetings.0.date'], ['asc', 'asc'], fields, 'fr');
  expect(order.map((entry) => entries.indexOf(entry))).toEqual([2, 3, 1, 0]);
});

test('groups follow their entries, and one whose entries are all filtered away is not shown', () => {
  const entries = ['b', 'c', 'a'].map((path) => ({ get: () => path }));
  const groups = ['a', 'x', 'bc'].map((paths) => ({ name: paths, paths: new Set(paths) }));
  expect(asListed(groups, entries).map(({ name }) => name)).toEqual(['bc', 'a']);
});
