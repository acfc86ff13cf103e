import { expect, test } from 'vitest';
import { highlight } from '../../../src/search/query/highlight.ts';

/** The marked pieces in brackets. */
const marked = (text: string, typed: string) =>
  highlight(text, typed)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('');

test('the beginnings of words that were typed are marked, whatever their accents', () => {
  expect(marked('Protection des données', 'DONNEE prot')).toBe('[Prot]ection des [donnée]s');
});

test('a letter that is written as two is marked in whole', () => {
  expect(marked('Œuvrer ensemble', 'oeu')).toBe('[Œu]vrer ensemble');
});

test('what stands within a word is not marked, and no text is lost', () => {
  expect(marked('Datenschutz: 3 Regeln', 'schutz')).toBe('Datenschutz: 3 Regeln');
  expect(marked('C++ et Œdipe', '')).toBe('C++ et Œdipe');
});
