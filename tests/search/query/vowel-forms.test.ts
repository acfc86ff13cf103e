import { expect, test } from 'vitest';
import { noFillers, readFillers } from '../../../src/search/query/fillers.ts';
import { vowelForms } from '../../../src/search/query/vowel-forms.ts';

const sorted = ['bam', 'biller', 'buch', 'dorf', 'fouss', 'haus', 'kou', 'numm', 'plaz'];
const formsIn = (language: string, word: string) =>
  vowelForms(word, { sorted, fillers: readFillers(noFillers, language) });

test.each([
  ['bicher', ['buch']],
  ['haiser', ['haus']],
  ['girafen', []],
])('“%s” is found in Luxembourgish by %j', (word, found) => {
  expect(formsIn('lb', word)).toEqual(found);
});

test('other languages need no such forms', () => {
  expect(formsIn('de', 'bicher')).toEqual([]);
});
