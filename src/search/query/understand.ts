import { fold } from '../fold.ts';
import { beginningWith, type Lexicon } from './lexicon.ts';
import { type Likely, likelyWords } from './likeness.ts';
import { corrections, splitWord } from './spelling.ts';
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
  /** True for a word that says little: it counts where a name has it, and is not searched for in texts. */
  readonly isFiller: boolean;
}

/** The words of `typed`, with misspelt ones mended; fillers are marked so if any other word remains. */
export function understand(typed: string, lexicon: Lexicon, fillers: ReadonlySet<string>): Meant[] {
  const all = joined(typed.match(/\.?[\p{L}\p{N}\p{M}]+[+#]*/gu) ?? [], lexicon, fillers);
  const says = (word: string) => !fillers.has(fold(word)) && (word.length > 1 || /\d/.test(word));
  const telling = all.filter(says);
  return all
    .filter((word) => word.length > 1 || telling.length === 0 || /\d/.test(word))
    .map((word, at, { length }) => {
      const isFiller = telling.length > 0 && !says(word);
      return isFiller ? filler(word) : meantBy(word, lexicon, fillers, at === length - 1);
    });
}

/** Words written apart that the catalogue writes as one: cyber sécurité. */
function joined(words: readonly string[], { known }: Lexicon, fillers: ReadonlySet<string>): string[] {
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

function filler(word: string): Meant {
  const likely = new Map([[fold(word), 1]]);
  return {
    words: [],
    shown: '',
    likely: [likely],
    isCorrected: false,
    isFound: true,
    trust: 1,
    isFiller: true,
  };
}

function meantBy(typed: string, lexicon: Lexicon, fillers: ReadonlySet<string>, isLast: boolean): Meant {
  const { known, sorted } = lexicon;
  const word = fold(typed);
  const likely = likelyWords(word, lexicon, isLast);
  const asTyped = {
    words: [typed],
    shown: typed,
    likely: [likely],
    isCorrected: false,
    isFound: true,
    trust: 1,
    isFiller: false,
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
