import type { Lexicon } from './lexicon.ts';

/** Languages that change a vowel in the plural in ways that folding does not even out: Buch and Bicher, Haus and Haiser. */
const changing = new Set(['lb']);

/** The vowels of a singular and of its plural, folded; each pair by one sign. */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/au|ai/g, 'A'],
  [/ou|ei/g, 'O'],
  [/ue|ie|o/g, 'I'],
  [/ee|a/g, 'E'],
  [/u|i/g, 'U'],
];

const arranged = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

/** The words of the catalogue that are `word`, folded, but for the vowel and the ending of the plural. */
export function vowelForms(word: string, { sorted, fillers }: Pick<Lexicon, 'sorted' | 'fillers'>): string[] {
  if (!changing.has(fillers.language) || word.length < 3) return [];
  const known = arranged.get(sorted) ?? Map.groupBy(sorted, skeletonOf);
  arranged.set(sorted, known);
  const ending = endingOf(word);
  return (known.get(skeletonOf(word)) ?? []).filter((other) => endingOf(other) !== ending);
}

/** A word without its ending, its vowels as singular and plural share them. */
function skeletonOf(word: string): string {
  const stem = word.slice(0, word.length - endingOf(word).length);
  return pairs.reduce((text, [vowels, sign]) => text.replace(vowels, sign), stem);
}

function endingOf(word: string): string {
  return (word.length > 4 && /(?:er|en|e|n)$/.exec(word)?.[0]) || '';
}
