import { expect, test } from 'vitest';
import { fillersFor } from '../../../src/search/fillers.ts';
import { readFillers } from '../../../src/search/query/fillers.ts';
import type { SearchRecord } from '../../../src/search/records.ts';
import { recordOf } from '../record.ts';

const record = (title: string, language: SearchRecord['language'], others: string[] = []) =>
  recordOf({ slug: title, language, title, keywords: others, others });
const read = (language: string, query: string, records: SearchRecord[] = []) =>
  readFillers(fillersFor(records, language), language).read(query.split(' '));
const aiCourse = record('Intelligence artificielle', 'fr', ['AI', 'IT-Sicherheit']);

test('words that say little in any of the four languages are left out', () => {
  expect(read('fr', 'wie schreibe ich einen Brief')).toEqual([
    'filler',
    'telling',
    'filler',
    'filler',
    'telling',
  ]);
  expect(read('en', 'formation sur les marchés')).toEqual(['filler', 'filler', 'filler', 'telling']);
});

test('what is typed as an acronym is one, unless all is typed so', () => {
  expect(read('fr', 'AI for managers')).toEqual(['telling', 'filler', 'telling']);
  expect(read('en', 'US law')).toEqual(['telling', 'telling']);
  expect(read('fr', 'LES MARCHES')).toEqual(['filler', 'telling']);
});

test('an acronym of the catalogue counts though it is typed small', () => {
  expect(read('en', 'ai law', [aiCourse])).toEqual(['telling', 'telling']);
  expect(read('en', 'it security', [aiCourse])).toEqual(['doubtful', 'telling']);
  expect(read('fr', 'formation ai', [aiCourse])).toEqual(['filler', 'telling']);
});

test('a word of titles that says little in another language counts, unless that language is spoken', () => {
  const titles = [record('Comment on a draft law', 'en')];
  expect(read('en', 'comment on laws', titles)).toEqual(['doubtful', 'filler', 'telling']);
  expect(read('en', 'comment rédiger une loi', titles)).toEqual(['filler', 'telling', 'filler', 'telling']);
  expect(read('en', 'comment on laws')).toEqual(['filler', 'filler', 'telling']);
});

test('a month of the reader’s language says when', () => {
  expect(read('fr', 'langage clair mai')).toEqual(['telling', 'telling', 'telling']);
  expect(read('en', 'plain language May')).toEqual(['telling', 'telling', 'telling']);
  expect(read('en', 'may we accept gifts')).toEqual(['filler', 'filler', 'telling', 'telling']);
  expect(read('lb', 'mai Passwuert')).toEqual(['filler', 'telling']);
});
