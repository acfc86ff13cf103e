import type { SearchQuery } from './address.ts';
import type { KnownWords } from './spelling.ts';
import { understand } from './understand.ts';

/** What can be asked of an index: results of a query, and how many entries hold all of some words. */
export interface Index<Found> {
  readonly known: KnownWords;
  readonly search: (query: SearchQuery) => Promise<Found>;
  readonly amount: (words: string) => Promise<number>;
}

/** What is answered to a query, and how it was read: as typed, with mended words, with some of the words alone, or, where none is known, by words that begin alike. */
export interface Answer<Found> {
  readonly kind: 'plain' | 'corrected' | 'relaxed' | 'near';
  /** The words that count, as the reader is told them. */
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
  const meant = understand(query.words, index.known, fillers);
  const all = [...new Set(meant.flatMap(({ words }) => words))];
  const isCorrected = meant.some((word) => word.isCorrected);
  if (meant.every(({ isFound }) => isFound) && (await index.amount(all.join(' ')))) {
    return isCorrected ? ask('corrected', all.join(' ')) : ask('plain', all.join(' '), query.words);
  }
  const likely = meant.filter(({ isFound }) => isFound).flatMap(({ words }) => words);
  const fewer = await fewerWords(index, [...new Set(likely)]);
  if (fewer) return ask('relaxed', fewer);
  return ask('near', query.words);
}

/** The most of `words` that some entry holds together, the rarer words first; undefined where none is found. */
async function fewerWords<Found>(index: Index<Found>, words: readonly string[]): Promise<string | undefined> {
  const amounts = await Promise.all(words.map(async (word) => ({ word, amount: await index.amount(word) })));
  const found = amounts.filter(({ amount }) => amount > 0).sort((a, b) => a.amount - b.amount);
  for (let length = found.length; length > 0; length--) {
    const tried = new Set(found.slice(0, length).map(({ word }) => word));
    const inOrder = words.filter((word) => tried.has(word)).join(' ');
    if (await index.amount(inOrder)) return inOrder;
  }
  return undefined;
}
