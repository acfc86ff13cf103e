import { expect, test } from 'vitest';
import { corrections, distance, type KnownWords, splitWord } from '../../../src/search/query/spelling.ts';

const known: KnownWords = new Map(
  ['hameçonnage', 'données', 'protection', 'datenschutz', 'grundlagen', 'phishing'].map((spelling) => [
    spelling.normalize('NFD').replace(/\p{M}/gu, ''),
    { spelling, band: 2 },
  ]),
);

test.each([
  ['hameconage', 'hameconnage'],
  ['fishing', 'phishing'],
  ['protecton', 'protection'],
  ['datenshcutz', 'datenschutz'],
])('“%s” is read as “%s”', (typed, meant) => {
  expect(corrections(typed, known)[0]?.word).toBe(meant);
});

test('a word that resembles nothing is read as nothing else', () => {
  expect(corrections('girafe', known)).toEqual([]);
});

test('words that were run together are found, fillers between them too', () => {
  expect(splitWord('protectiondesdonnees', known, new Set(['des']))).toEqual([
    'protection',
    'des',
    'donnees',
  ]);
  expect(splitWord('datenschutzgrundlagen', known, new Set())).toEqual(['datenschutz', 'grundlagen']);
  expect(splitWord('protectionxyz', known, new Set())).toBeUndefined();
});

test('two letters that changed places are one mistake', () => {
  expect(distance('teh', 'the', 3)).toBe(1);
  expect(distance('chat', 'chien', 1)).toBe(2);
});
