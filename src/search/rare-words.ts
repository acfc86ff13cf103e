import { fold } from './fold.ts';

/** The sign under which rare words lie that begin as `word`, folded, does: its letter, `_` for all others. */
export function rareSignOf(word: string): string {
  const first = word.charAt(0);
  return first >= 'a' && first <= 'z' ? first : '_';
}

/** The path within a bundle of the rare words under `sign`. */
export function rareFileOf(sign: string): string {
  return `rare-words/${sign}.json`;
}

/** `words`, with a space between them, by their signs: a search loads those that begin like a word it lacks. */
export function bySign(words: string): Map<string, string> {
  const groups = Map.groupBy(words === '' ? [] : words.split(' '), (word) => rareSignOf(fold(word)));
  return new Map(
    [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([sign, all]) => [sign, all.join(' ')]),
  );
}
