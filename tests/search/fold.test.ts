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
