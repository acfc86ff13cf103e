import { foldedWords } from '../fold.ts';
import { stemOf } from './word-forms.ts';

/** A piece of an excerpt; marked where it is what was searched for. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** So many words are shown, and so many of them before the first that was searched for. */
const [shownWords, wordsBefore] = [24, 6];

/** The words of `asked`, folded, that no word of `shown` begins with or is a form of. */
export function unseenWords(asked: string, shown: string): string[] {
  const seen = foldedWords(shown);
  return [...new Set(foldedWords(asked))].filter((word) => !seen.some(likeness(word)));
}

/** The piece of `text` that holds most of the folded `words`, with these marked, between dots where it is cut; empty where it holds none. */
export function excerptOf(text: string, words: readonly string[]): ExcerptPart[] {
  const tests = words.map(likeness);
  const pieces = text.match(/\S+/g) ?? [];
  const found = pieces.map((piece) => {
    const own = foldedWords(piece);
    return tests.findIndex((isLike) => own.some(isLike));
  });
  const different = (from: number) =>
    new Set(found.slice(from, from + shownWords - wordsBefore).filter((word) => word >= 0)).size;
  let best = { from: -1, words: 0 };
  found.forEach((word, from) => {
    if (word >= 0 && different(from) > best.words) best = { from, words: different(from) };
  });
  if (best.words === 0) return [];
  const start = Math.max(0, best.from - wordsBefore);
  const end = start + shownWords;
  const plain = (between: string): ExcerptPart => ({ text: between, isMarked: false });
  const shown = pieces.slice(start, end).flatMap((piece, at): ExcerptPart[] => {
    const part = { text: piece, isMarked: (found[start + at] ?? -1) >= 0 };
    return at > 0 ? [plain(' '), part] : [part];
  });
  return [...(start > 0 ? [plain('… ')] : []), ...shown, ...(end < pieces.length ? [plain(' …')] : [])];
}

/** Tells the folded words that begin with `word` or are forms of it. */
function likeness(word: string): (other: string) => boolean {
  const stem = stemOf(word);
  return (other) => other.startsWith(word) || stemOf(other) === stem;
}
