import { expect, test } from 'vitest';
import { fold, foldedWords, forIndex } from '../../src/search/fold.ts';

test('spellings of a word are alike without case, accents and ligatures', () => {
  expect(fold('Œuvre À Straße')).toBe('oeuvre a strasse');
});

test('C, C++, C# and .NET are four words', () => {
  expect(foldedWords('C, C++, C# et .NET')).toEqual(['c', 'c++', 'c#', 'et', '.net']);
});

test('the index gets the apostrophes and letters that people type', () => {
  expect(forIndex('l’œuvre')).toBe("l'oeuvre");
});

test('a point begins a word only where a word begins, and glues none', () => {
  expect(foldedWords('data.public.lu, INAP.IT-01 et .NET')).toEqual([
    'data',
    'public',
    'lu',
    'inap',
    'it',
    '01',
    'et',
    '.net',
  ]);
});

test('an ending added by a point belongs to its word, an elided article does not', () => {
  expect(foldedWords('l’agent·e·s, d’abord, don’t')).toEqual(['agentes', 'abord', 'don', 't']);
});

test('dashes between letters part words in the index', () => {
  expect(forIndex('cyber‑module bloc–formation – 2027')).toBe('cyber-module bloc-formation – 2027');
});
