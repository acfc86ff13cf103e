import { foldedWords } from '../fold.ts';
import { isKnown, type KnownWords, nearestWord, splitWord } from './spelling.ts';

/** What is probably meant by what was typed. */
export interface Understood {
  readonly words: readonly string[];
  /** True where a word is another than the one typed: the reader must be told. */
  readonly isCorrected: boolean;
}

/** The words that say something in `typed`: without fillers, if any other word remains, and with misspelt ones mended. */
export function understand(typed: string, known: KnownWords, fillers: ReadonlySet<string>): Understood {
  const typedWords = foldedWords(typed);
  const telling = typedWords.filter((word) => !fillers.has(word) && (word.length > 1 || /\d/.test(word)));
  const kept = telling.length > 0 ? telling : typedWords;
  const meant = kept.map((word) => meantBy(word, known, fillers));
  return {
    words: [...new Set(meant.flatMap(({ words }) => words))],
    isCorrected: meant.some(({ isCorrected }) => isCorrected),
  };
}

function meantBy(word: string, known: KnownWords, fillers: ReadonlySet<string>): Understood {
  const asTyped = { words: [word], isCorrected: false };
  if (isKnown(word, known)) return asTyped;
  const parts = splitWord(word, known, fillers)?.filter((part) => !fillers.has(part));
  if (parts?.length) return { words: parts, isCorrected: false };
  const nearest = nearestWord(word, known);
  if (!nearest || isInflection(word, nearest)) return asTyped;
  return { words: [nearest], isCorrected: true };
}

/** Two forms of one word: the index knows their common stem. */
function isInflection(word: string, other: string): boolean {
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  return short.length > 3 && long.startsWith(short) && long.length - short.length <= 2;
}
