import { expect, test } from 'vitest';
import { plainFillers } from '../../../src/search/query/fillers.ts';
import { type Lexicon, lexiconOf } from '../../../src/search/query/lexicon.ts';
import { suggest } from '../../../src/search/query/suggest.ts';
import { type Named, readTitles, titlesFile } from '../../../src/search/titles.ts';

const named = (type: 'course' | 'topic' | 'person' | 'session', title: string) =>
  ({ type, title, url: `/fr/${type}/${title.length}/`, language: 'fr' }) as const;
const lexiconFor = (records: readonly Named[]): Lexicon =>
  lexiconOf(
    new Map(),
    readTitles(titlesFile(records, 'fr')),
    [],
    plainFillers(['formation', 'course', 'de', 'des']),
  );
const lexicon = lexiconFor([
  { ...named('course', 'Protection des données : les bases'), others: ['RGPD', 'GDPR', 'Datenschutz'] },
  named('course', 'Publier des données ouvertes'),
  named('course', 'Datenschutzgrundverordnung'),
  named('topic', 'Protection des données'),
  named('person', 'Anne Muller'),
  named('session', 'Publier des données ouvertes · 4 mai 2027 · Belval'),
  named('session', 'Publier des données ouvertes · 8 juin 2027 · Belval'),
]);
const titlesFor = (query: string) => suggest(query, lexicon).map(({ title }) => title);

test('the title that is typed in whole comes first', () => {
  expect(titlesFor('protection des donnees')[0]).toBe('Protection des données');
});

test.each([
  ['prot', 'Protection des données'],
  ['donnees ouv', 'Publier des données ouvertes'],
  ['protecton', 'Protection des données'],
  ['muler', 'Anne Muller'],
  ['verordnung', 'Datenschutzgrundverordnung'],
  ['rgpd', 'Protection des données : les bases'],
  ['formation GDPR', 'Protection des données : les bases'],
  ['dateschutz', 'Protection des données : les bases'],
  ['publierdesdonnees', 'Publier des données ouvertes'],
])('“%s” leads to “%s”', (typed, title) => {
  expect(titlesFor(typed)).toContain(title);
});

test('a title that lacks one of the words is not offered', () => {
  expect(titlesFor('protection girafe')).toEqual([]);
});

test('no more than eight are offered, and none for nothing', () => {
  const many = lexiconFor(Array.from({ length: 20 }, (_, n) => named('course', `Cours ${'x'.repeat(n)}`)));
  expect(suggest('cours', many)).toHaveLength(8);
  expect(suggest(' ', many)).toEqual([]);
});

test('sessions are offered only where their day or place is typed', () => {
  const kinds = (query: string) => suggest(query, lexicon).map(({ kind }) => kind);
  expect(kinds('publier données ouvertes')).not.toContain('session');
  expect(kinds('données ouvertes mai')[0]).toBe('session');
});

test('each kind stands together, that of the best first', () => {
  const kinds = suggest('données', lexicon).map(({ kind }) => kind);
  expect(kinds).toEqual(kinds.toSorted((a, b) => kinds.indexOf(a) - kinds.indexOf(b)));
  expect(new Set(kinds)).toEqual(new Set(['course', 'topic']));
});
