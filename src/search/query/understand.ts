import { fold } from '../fold.ts';
import { isKnown, type KnownWords, nearestWord, splitWord } from './spelling.ts';

/** What is probably meant by a typed word. */
export interface Meant {
  /** The words to search for, as the catalogue writes them; several where they were run together. */
  readonly words: readonly string[];
  /** True where the word is another than the one typed: the reader must be told. */
  readonly isCorrected: boolean;
  /** False where nothing in the catalogue is like it. */
  readonly isFound: boolean;
}

/** The words that say something in `typed`: without fillers, if any other word remains, and with misspelt ones mended. */
export function understand(typed: string, known: KnownWords, fillers: ReadonlySet<string>): Meant[] {
  const words = typed.match(/\.?[\p{L}\p{N}\p{M}]+[+#]*/gu) ?? [];
  const telling = words.filter((word) => !fillers.has(fold(word)) && (word.length > 1 || /\d/.test(word)));
  return (telling.length > 0 ? telling : words).map((word) => meantBy(word, known, fillers));
}

function meantBy(typed: string, known: KnownWords, fillers: ReadonlySet<string>): Meant {
  const word = fold(typed);
  const asTyped = { words: [typed], isCorrected: false, isFound: true };
  if (isKnown(word, known)) return asTyped;
  const written = (folded: string) => known.get(folded)?.spelling ?? folded;
  const parts = splitWord(word, known, fillers)?.filter((part) => !fillers.has(part));
  if (parts?.length) return { ...asTyped, words: parts.map(written) };
  const nearest = nearestWord(word, known);
  if (!nearest) return { ...asTyped, isFound: false };
  if (isInflection(word, nearest)) return asTyped;
  return { words: [written(nearest)], isCorrected: true, isFound: true };
}

/** Two forms of one word: the index knows their common stem. */
function isInflection(word: string, other: string): boolean {
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  return short.length > 3 && long.startsWith(short) && long.length - short.length <= 2;
}
