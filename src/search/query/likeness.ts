import { beginningWith, type Lexicon } from './lexicon.ts';
import { vowelForms } from './vowel-forms.ts';
import { areForms } from './word-forms.ts';

/** Words of names that a typed word may stand for, each with how surely: 1 for the word itself. */
export type Likely = ReadonlyMap<string, number>;

/**
 * The words of names that `word`, folded, finds: itself, its other forms, words that begin with it, compounds that hold
 * it, and what it is itself compounded of. `isLast` says that it may not be typed to its end.
 */
export function likelyWords(word: string, lexicon: Lexicon, isLast: boolean): Likely {
  const { nameWords, namesWith } = lexicon;
  const likely = new Map<string, number>();
  const add = (other: string, weight: number) => {
    if (weight > (likely.get(other) ?? 0)) likely.set(other, weight);
  };
  if (namesWith.has(word)) add(word, 1);
  for (const other of beginningWith(nameWords, word)) {
    add(other, (isLast ? 0.65 : 0.5) + 0.3 * (word.length / other.length));
  }
  if (word.length < 3) return likely;
  for (const other of beginningWith(nameWords, word.slice(0, Math.max(3, Math.ceil(word.length / 2))))) {
    if (areForms(word, other)) add(other, 0.95);
  }
  for (const other of vowelForms(word, lexicon)) if (namesWith.has(other)) add(other, 0.9);
  if (word.length > 3) addCompounds(word, nameWords, add);
  return likely;
}

function addCompounds(
  word: string,
  nameWords: readonly string[],
  add: (other: string, weight: number) => void,
): void {
  for (const other of nameWords) {
    if (other.length > word.length + 2) {
      if (other.endsWith(word)) add(other, 0.75);
      else if (word.length > 4 && other.includes(word)) add(other, 0.6);
      else if (word.length > 5 && endsWithForm(other, word)) add(other, 0.7);
    } else if (word.length > other.length + 2 && other.length > 4) {
      if (word.startsWith(other)) add(other, 0.2 + 0.4 * (other.length / word.length));
      else if (word.endsWith(other)) add(other, 0.3 + 0.4 * (other.length / word.length));
    }
  }
}

/** Verordnungen ends Datenschutzverordnung, but for the plural. */
function endsWithForm(compound: string, word: string): boolean {
  const stem = word.replace(/(?:en|er|e|n|s)$/, '');
  const at = stem.length > 4 ? compound.lastIndexOf(stem) : -1;
  return at > 2 && areForms(compound.slice(at), word);
}
