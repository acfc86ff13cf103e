import { expect, test } from 'vitest';
import { excerptOf, unseenWords } from '../../../src/search/query/excerpt.ts';

const textOf = (text: string, words: string[]) =>
  excerptOf(text, words)
    .map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
    .join('');

test('what the card shows is not looked for, neither its beginning nor another form of it', () => {
  expect(unseenWords('Donnée ouvertes prot', 'Protection des données')).toEqual(['ouvertes']);
});

test('an excerpt is the piece that holds most of the words, marked, and some words before them', () => {
  const filler = Array.from({ length: 40 }, (_, at) => `mot${at}`).join(' ');
  const text = `Une licence. ${filler} l’ouverture d’une base à l’école sous licence libre, et la suite. ${filler}`;
  const excerpt = textOf(text, ['ecole', 'licence']);
  expect(excerpt).toContain('à [l’école] sous [licence] libre');
  expect(excerpt).toMatch(/^… mot(?:.*) mot\d+ …$/);
  expect(excerpt.split(' ')).toHaveLength(26);
});

test('at the beginning of a text nothing stands before', () => {
  expect(textOf('La licence libre', ['licence'])).toBe('La [licence] libre');
});

test('markup in a text is text', () => {
  expect(textOf('<b>gras</b> & beau', ['beau'])).toBe('<b>gras</b> & [beau]');
});

test('a text without the words has no excerpt', () => {
  expect(excerptOf('Une autre chose', ['licence'])).toEqual([]);
});
