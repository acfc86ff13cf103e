import { fold, wordsIn } from '../fold.ts';
import { beginningWith, type Lexicon } from './lexicon.ts';
import { type Likely, likelyWords } from './likeness.ts';
import { corrections, splitWord } from './spelling.ts';
import { vowelForms } from './vowel-forms.ts';
import { areForms } from './word-forms.ts';

/** What is probably meant by a typed word. */
export interface Meant {
  /** The words to search texts for, as the catalogue writes them; several where they were run together. */
  readonly words: readonly string[];
  /** What the reader is told that it was searched for: as typed, or as it was mended; `''` where it was left out. */
  readonly shown: string;
  /** For each of them, or for the one that was typed: the words of names it may stand for. */
  readonly likely: readonly Likely[];
  /** True where the word is another than the one typed: the reader must be told. */
  readonly isCorrected: boolean;
  /** False where nothing in the catalogue is like it. */
  readonly isFound: boolean;
  /** How surely it is meant, from 0 to 1. */
  readonly trust: number;
  /** What it counts where a name has it: 1, or less for a word that says little, which is not searched for in texts. */
  readonly weight: number;
}

/** What a word counts that tells something in names alone, and one that hardly does. */
const weights = { doubtful: 0.6, filler: 0.08 };

/** The words of `typed`, with misspelt ones mended; words that say little count less if any other remains. */
export function understand(typed: string, lexicon: Lexicon): Meant[] {
  const { fillers } = lexicon;
  const all = joined(wordsIn(typed), lexicon);
  const tellings = fillers.read(all);
  const isSaid = tellings.includes('telling');
  const isName = (word: string) => lexicon.namesWith.has(fold(word));
  const read = all
    .map((word, at) => ({ word, telling: isSaid ? (tellings[at] ?? 'telling') : 'telling' }))
    .filter(({ word, telling }) => word.length > 1 || telling === 'telling' || isName(word))
    .map(
      ({ word, telling }) => ({ word, telling: word.length > 1 || !isSaid ? telling : 'doubtful' }) as const,
    );
  return read.map(({ word, telling }, at) =>
    telling === 'telling' ? meantBy(word, lexicon, at === read.length - 1) : filler(word, weights[telling]),
  );
}

/** True where `typed` has a word that the lexicon lacks. */
export function hasUnknown(typed: string, lexicon: Lexicon): boolean {
  return unknownWords(typed, lexicon).length > 0;
}

/** The words of `typed`, folded, that `lexicon` lacks. */
export function unknownWords(typed: string, lexicon: Lexicon): string[] {
  return wordsIn(typed)
    .map(fold)
    .filter((word) => !lexicon.fillers.all.has(word) && !isKnown(word, lexicon));
}

/** Words written apart that the catalogue writes as one: cyber sécurité. */
function joined(words: readonly string[], { known, fillers: { all: fillers } }: Lexicon): string[] {
  const result: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word = '', next = ''] = [words[at], words[at + 1]];
    const [first, second] = [fold(word), fold(next)];
    const isApart = next && !fillers.has(first) && !fillers.has(second) && first.length + second.length > 5;
    if (isApart && known.has(first + second) && !(known.has(first) && known.has(second))) {
      result.push(word + next);
      at++;
    } else result.push(word);
  }
  return result;
}

function filler(word: string, weight: number): Meant {
  const likely = new Map([[fold(word), 1]]);
  return {
    words: [],
    shown: '',
    likely: [likely],
    isCorrected: false,
    isFound: true,
    trust: 1,
    weight,
  };
}

function meantBy(typed: string, lexicon: Lexicon, isLast: boolean): Meant {
  const { known, sorted } = lexicon;
  const fillers = lexicon.fillers.all;
  const word = fold(typed);
  const likely = likelyWords(word, lexicon, isLast);
  const asTyped = {
    words: [typed],
    shown: typed,
    likely: [likely],
    isCorrected: false,
    isFound: true,
    trust: 1,
    weight: 1,
  };
  const written = (folded: string) => known.get(folded)?.spelling ?? folded;
  if (isKnown(word, lexicon) || fillers.has(word)) return asTyped;
  const withoutMarks = word.replace(/([aou])e/g, '$1');
  if (known.has(withoutMarks)) {
    return {
      ...asTyped,
      words: [written(withoutMarks)],
      likely: [likelyWords(withoutMarks, lexicon, false)],
    };
  }
  const form = beginningWith(sorted, word.slice(0, Math.max(4, word.length - 4)))
    .filter((other) => areForms(word, other))
    .concat(vowelForms(word, lexicon))
    .sort((a, b) => (known.get(b)?.band ?? 0) - (known.get(a)?.band ?? 0))[0];
  if (form) return { ...asTyped, words: [written(form)] };
  const near = corrections(word, known, isLast);
  const parts = (near[0]?.cost ?? 9) > 1.2 ? splitWord(word, known, fillers) : undefined;
  const telling = parts?.filter((part) => !fillers.has(part)) ?? [];
  if (telling.join('').length * 2 > word.length) {
    return {
      ...asTyped,
      words: telling.map(written),
      shown: telling.map(written).join(' '),
      likely: telling.map((part) => likelyWords(part, lexicon, false)),
    };
  }
  const [nearest] = near;
  if (!nearest) return likely.size > 0 ? asTyped : { ...asTyped, isFound: false, words: [], shown: '' };
  const mended = new Map(likely);
  for (const { word: other, cost } of near) {
    const trust = trustIn(cost);
    for (const [name, weight] of likelyWords(other, lexicon, false)) {
      if (weight * trust > (mended.get(name) ?? 0)) mended.set(name, weight * trust);
    }
  }
  return {
    ...asTyped,
    words: [written(nearest.word)],
    shown: written(nearest.word),
    likely: [mended],
    isCorrected: true,
    trust: trustIn(nearest.cost),
  };
}

/** How surely a word is meant that is `cost` away from what was typed. */
function trustIn(cost: number): number {
  return Math.max(0.35, 1 - 0.16 * Math.max(0, cost));
}

/** True where the search finds `word` as it is: the catalogue has it, or words that begin with it. */
export function isKnown(word: string, { known, sorted }: Pick<Lexicon, 'known' | 'sorted'>): boolean {
  return known.has(word) || /\d/.test(word) || word.length < 3 || beginningWith(sorted, word).length > 0;
}
