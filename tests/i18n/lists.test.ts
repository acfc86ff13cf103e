import { expect, test } from 'vitest';
import { stringsFor } from '../../src/i18n/strings.ts';

test.each([
  [['Stagiairen', 'Agenten'], 'Stagiairen an Agenten'],
  [['Agenten', 'Stagiairen'], 'Agenten a Stagiairen'],
  [['Agenten', 'Stagiairen', 'Direktiounen'], 'Agenten, Stagiairen an Direktiounen'],
])('a Luxembourgish list keeps the n of “an” only where it is spoken', (items, words) => {
  expect(stringsFor('lb').list(items)).toBe(words);
});

test('a list of the other languages is as Intl writes it', () => {
  expect(stringsFor('fr').list(['a', 'b', 'c'])).toBe('a, b et c');
});
