import { expect, test } from 'vitest';
import { readTitles, titlesFile } from '../../src/search/titles.ts';

const records = [
  { type: 'course', title: 'Écrire clair', url: '/fr/courses/ecrire/', language: 'fr' },
  { type: 'course', title: 'Deutsch im Amt', url: '/fr/courses/deutsch/', language: 'de' },
  { type: 'person', title: 'Anne Muller', url: '/fr/people/anne/', language: 'fr' },
] as const;

test('a file of titles gives back every title, its page and its language', () => {
  const read = readTitles(titlesFile(records, 'fr', { prefix: 'fr_', list: '' }));
  expect(read.map(({ kind, title, href, lang }) => [kind, title, href, lang])).toEqual([
    ['course', 'Écrire clair', '/fr/courses/ecrire/', undefined],
    ['course', 'Deutsch im Amt', '/fr/courses/deutsch/', 'de'],
    ['person', 'Anne Muller', '/fr/people/anne/', undefined],
  ]);
});

test('a beginning that all addresses share is written once', () => {
  expect(titlesFile(records, 'fr', { prefix: 'fr_', list: '' }).groups[0]).toMatchObject({
    base: '/fr/courses/',
    addresses: 'ecrire/\ndeutsch/',
  });
});
