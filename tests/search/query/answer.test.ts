import { expect, test } from 'vitest';
import type { SearchQuery } from '../../../src/search/query/address.ts';
import { answer, type Index } from '../../../src/search/query/answer.ts';

const texts = ['protection des données personnelles', 'publier des données ouvertes', 'écrire clairement'];

/** An index that finds the texts in which every word stands. */
const index: Index<string[]> = {
  known: new Map(
    texts
      .flatMap((text) => text.split(' '))
      .map((spelling) => [spelling.normalize('NFD').replace(/\p{M}/gu, ''), { spelling, band: 1 }]),
  ),
  search: async ({ words }) => texts.filter((text) => words.split(' ').every((word) => text.includes(word))),
  amount: async (words) =>
    texts.filter((text) => words.split(' ').every((word) => text.includes(word))).length,
};
const fillers = new Set(['formation', 'des', 'la']);
const asked = (words: string, isExact = false): SearchQuery => ({
  words,
  selection: {},
  sorting: 'relevance',
  isExact,
});
const reply = (words: string, isExact?: boolean) => answer(index, asked(words, isExact), fillers);

test('words that say nothing do not keep anything from being found', async () => {
  expect(await reply('formation protection')).toMatchObject({ kind: 'plain', found: [texts[0]] });
});

test('a misspelt word is mended as the catalogue writes it, and the reader is told', async () => {
  expect(await reply('donnes ouvertes')).toMatchObject({
    kind: 'corrected',
    words: 'données ouvertes',
    found: [texts[1]],
  });
});

test('a reader who insists gets what was typed', async () => {
  expect(await reply('donnes ouvertes', true)).toMatchObject({ kind: 'plain', words: 'donnes ouvertes' });
});

test('where nothing holds all words, the rarest that stand together are searched for', async () => {
  expect(await reply('données personnelles clairement')).toMatchObject({ kind: 'relaxed' });
  expect((await reply('données ouvertes girafe')).words).toBe('données ouvertes');
});

test('a query of fillers alone is searched for as it is', async () => {
  expect(await reply('formation')).toMatchObject({ words: 'formation' });
});
