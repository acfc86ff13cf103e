import { expect, test } from 'vitest';
import { distance, lettersOf, mayBeNear } from '../../../src/search/query/distance.ts';
import { corrections, type KnownWords, splitWord } from '../../../src/search/query/spelling.ts';

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

test('words that their letters tell apart are never near', () => {
  const words = ['teh', 'the', 'these', 'chat', 'chien', 'données', 'donees', 'dnonées', ''];
  for (const a of words) {
    for (const b of words) {
      const isNear = distance(a, b, 2) <= 2;
      expect(mayBeNear(lettersOf(a), lettersOf(b), 2) || !isNear, `${a}, ${b}`).toBe(true);
    }
  }
});

test('a distance is the same from both sides, and no more is counted than was asked for', () => {
  expect(distance('datenschutz', 'datenshcutz', 3)).toBe(distance('datenshcutz', 'datenschutz', 3));
  expect(distance('', 'abc', 3)).toBe(3);
  expect(distance('abcdef', 'ghijkl', 2)).toBe(3);
});
