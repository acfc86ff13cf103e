import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dictionaryOf, type SpelledLocale } from './spelling/dictionary.ts';
import { type ProseLine, proseOfContent, proseOfStrings } from './spelling/prose.ts';

const languages = [
  ['French', 'fr', ['src/i18n/strings/fr.json']],
  ['Luxembourgish', 'lb', ['src/i18n/strings/lb.json', 'src/cms/phrases/lb.json']],
] as const;

const names = 'tests/content/spelling/names.txt';
const wordsFile = (locale: SpelledLocale) => `tests/content/spelling/words.${locale}.txt`;

test.each(languages)('no %s word is a slip of the keyboard away from another', async (_, locale, strings) => {
  const prose = [...(await proseOfContent('content', locale)), ...strings.flatMap(proseOfStrings)];
  const slips = slipsIn(prose, locale);
  const remedy = `Mend these words; where one is right, add it to ${wordsFile(locale)} (a name: ${names})`;
  expect(slips, `${remedy}:\n${slips.join('\n')}\n`).toEqual([]);
});

test.each([names, wordsFile('fr'), wordsFile('lb')])('%s is sorted and names no word twice', (file) => {
  const words = wordsOf(file);
  expect(words).toEqual([...new Set(words)].sort());
});

function slipsIn(prose: readonly ProseLine[], locale: SpelledLocale): string[] {
  const dictionary = dictionaryOf(locale, [...wordsOf(names), ...wordsOf(wordsFile(locale))]);
  const judged = new Map<string, readonly string[]>();
  const meantBy = (word: string) => {
    if (!judged.has(word)) judged.set(word, dictionary.knows(word) ? [] : dictionary.meantBy(word));
    return judged.get(word) ?? [];
  };
  return prose.flatMap(({ place, text }) =>
    [...text.matchAll(/\p{L}(?:[\p{L}\p{M}’'-]*\p{L})?/gu)].flatMap(([word]) => {
      const meant = meantBy(word);
      return meant.length > 0 ? [`${place} “${word}”: perhaps ${meant.slice(0, 3).join(', ')}`] : [];
    }),
  );
}

function wordsOf(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}
