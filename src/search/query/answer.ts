import type { SearchQuery } from './address.ts';
import type { KnownWords } from './spelling.ts';
import { understand } from './understand.ts';

/** What can be asked of an index: results of a query, and how many entries hold all of some words. */
export interface Index<Found> {
  readonly vocabulary: KnownWords;
  readonly search: (query: SearchQuery) => Promise<Found>;
  readonly amount: (words: string) => Promise<number>;
}

/** What is answered to a query, and how it was read: as typed, with mended words, or with some of the words alone. */
export interface Answer<Found> {
  readonly kind: 'plain' | 'corrected' | 'relaxed';
  readonly words: string;
  readonly found: Found;
}

/** The answer to `query`. Words in quotes and an exact query are searched for as they are. */
export async function answer<Found>(
  index: Index<Found>,
  query: SearchQuery,
  fillers: ReadonlySet<string>,
): Promise<Answer<Found>> {
  const ask = async (kind: Answer<Found>['kind'], words: string, shown = words) => ({
    kind,
    words: shown,
    found: await index.search({ ...query, words }),
  });
  if (query.isExact || query.words.includes('"')) return ask('plain', query.words);
  const { words, isCorrected } = understand(query.words, index.vocabulary, fillers);
  if (words.length === 0) return ask('plain', query.words);
  if (await index.amount(words.join(' '))) {
    return ask(isCorrected ? 'corrected' : 'plain', words.join(' '), isCorrected ? undefined : query.words);
  }
  const fewer = await fewerWords(index, words);
  return fewer ? ask('relaxed', fewer) : ask('plain', query.words);
}

/** The most of `words` that some entry holds together, the rarer words first; undefined where none is found. */
async function fewerWords<Found>(index: Index<Found>, words: readonly string[]): Promise<string | undefined> {
  const amounts = await Promise.all(words.map(async (word) => ({ word, amount: await index.amount(word) })));
  const found = amounts.filter(({ amount }) => amount > 0).sort((a, b) => a.amount - b.amount);
  for (let length = found.length; length > 0; length--) {
    const tried = found.slice(0, length).map(({ word }) => word);
    const inOrder = words.filter((word) => tried.includes(word)).join(' ');
    if (await index.amount(inOrder)) return inOrder;
  }
  return undefined;
}
