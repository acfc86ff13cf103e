import { expect, test } from 'vitest';
import type { SearchRecord } from '../../src/search/records.ts';
import { knownWords, vocabularyOf } from '../../src/search/vocabulary.ts';

const record = (title: string, text: string): SearchRecord => ({
  type: 'course',
  slug: 'a',
  url: '/fr/courses/a/',
  language: 'fr',
  title,
  summary: '',
  text,
  keywords: [],
  others: [],
  tags: [],
  facets: {},
  date: '9999-12-31',
  hours: 0,
});

test('a word keeps the accents it is mostly written with, and how common it is', () => {
  const known = knownWords(vocabularyOf([record('Données', 'données DONNEES données en 2027')]));
  expect(known.get('donnees')).toEqual({ spelling: 'données', band: 2 });
  expect([...known.keys()]).toEqual(['donnees']);
});
