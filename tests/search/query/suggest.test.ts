import { expect, test } from 'vitest';
import { suggest } from '../../../src/search/query/suggest.ts';
import { readTitles, titlesFile } from '../../../src/search/titles.ts';

const named = (type: 'course' | 'topic' | 'person', title: string) =>
  ({ type, title, url: `/fr/${type}/${title.length}/`, language: 'fr' }) as const;
const titles = readTitles(
  titlesFile(
    [
      named('course', 'Protection des données : les bases'),
      named('course', 'Publier des données ouvertes'),
      named('course', 'Datenschutzgrundverordnung'),
      named('topic', 'Protection des données'),
      named('person', 'Anne Muller'),
    ],
    'fr',
  ),
);
const titlesFor = (query: string) => suggest(query, titles).map(({ title }) => title);

test('the title that is typed in whole comes first', () => {
  expect(titlesFor('protection des donnees')[0]).toBe('Protection des données');
});

test.each([
  ['prot', 'Protection des données'],
  ['donnees ouv', 'Publier des données ouvertes'],
  ['protecton', 'Protection des données'],
  ['muler', 'Anne Muller'],
  ['verordnung', 'Datenschutzgrundverordnung'],
])('“%s” leads to “%s”', (typed, title) => {
  expect(titlesFor(typed)).toContain(title);
});

test('a title that lacks one of the words is not offered', () => {
  expect(titlesFor('protection girafe')).toEqual([]);
});

test('no more than eight are offered, and none for nothing', () => {
  const many = readTitles(
    titlesFile(
      Array.from({ length: 20 }, (_, n) => named('course', `Cours ${'x'.repeat(n)}`)),
      'fr',
    ),
  );
  expect(suggest('cours', many)).toHaveLength(8);
  expect(suggest(' ', many)).toEqual([]);
});
