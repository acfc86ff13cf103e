import { expect, test } from 'vitest';
import { readTitles, titlesFile } from '../../src/search/titles.ts';

const records = [
  { type: 'course', title: 'Écrire clair', language: 'fr' },
  { type: 'course', title: 'Deutsch im Amt', language: 'de' },
  { type: 'person', title: 'Anne Muller', language: 'fr' },
] as const;

test('a file of titles gives back every title and its language', () => {
  const read = readTitles(titlesFile(records, 'fr'));
  expect(read.map(({ kind, title, lang }) => [kind, title, lang])).toEqual([
    ['course', 'Écrire clair', undefined],
    ['course', 'Deutsch im Amt', 'de'],
    ['person', 'Anne Muller', undefined],
  ]);
});
