import type { RecordType } from '../facet-names.ts';
import { fold, foldedWords } from '../fold.ts';
import type { Title } from '../titles.ts';
import type { Fillers } from './fillers.ts';
import type { KnownWord, KnownWords } from './spelling.ts';

/** A name of an entry: its title, or another by which it is known. */
export interface Name {
  /** The entry's place in the list of titles. */
  readonly place: number;
  readonly kind: RecordType;
  readonly words: readonly string[];
  /** What it counts: a title 1, another name less, a keyword still less. */
  readonly weight: number;
}

/** All words and names of an index, arranged for quick questions. */
export interface Lexicon {
  readonly known: KnownWords;
  /** The known words, folded, in the order of letters. */
  readonly sorted: readonly string[];
  readonly names: readonly Name[];
  /** For each word of a name, the names that have it. */
  readonly namesWith: ReadonlyMap<string, readonly number[]>;
  /** The words of `namesWith`, in the order of letters. */
  readonly nameWords: readonly string[];
  readonly titles: readonly Title[];
  /** What the index of texts calls each of them. */
  readonly ids: readonly string[];
  readonly fillers: Fillers;
}

const weights = { title: 1, other: 0.94, tag: 0.84 };

/** The words of `vocabulary` and of `titles`. */
export function lexiconOf(
  vocabulary: KnownWords,
  titles: readonly Title[],
  ids: readonly string[],
  fillers: Fillers,
): Lexicon {
  const known = new Map<string, KnownWord>(vocabulary);
  const names: Name[] = [];
  const namesWith = new Map<string, number[]>();
  titles.forEach(({ kind, title, words, others, tags }, place) => {
    learn(title, known);
    names.push({ place, kind, words, weight: weights.title });
    const add = (name: string, weight: number) => {
      learn(name, known);
      names.push({ place, kind, words: foldedWords(name), weight });
    };
    for (const other of others) add(other, weights.other);
    for (const tag of tags) add(tag, weights.tag);
  });
  names.forEach(({ words }, at) => {
    for (const word of new Set(words)) {
      const found = namesWith.get(word);
      if (found) found.push(at);
      else namesWith.set(word, [at]);
    }
  });
  return {
    known,
    sorted: [...known.keys()].sort(),
    names,
    namesWith,
    nameWords: [...namesWith.keys()].sort(),
    titles,
    ids,
    fillers,
  };
}

/** `lexicon` with the words of `spellings`, which are rare. */
export function widened(lexicon: Lexicon, spellings: readonly string[]): Lexicon {
  const known = new Map(lexicon.known);
  for (const spelling of spellings) {
    const word = fold(spelling);
    if (!known.has(word)) known.set(word, { spelling, band: 0 });
  }
  return { ...lexicon, known, sorted: [...known.keys()].sort() };
}

function learn(text: string, known: Map<string, KnownWord>): void {
  for (const [spelling] of text.matchAll(/[\p{L}\p{N}]+[+#]*/gu)) {
    const word = fold(spelling);
    if (word.length > 2 && !known.has(word)) known.set(word, { spelling: spelling.toLowerCase(), band: 0 });
  }
}

/** The part of `sorted` that begins with `beginning`. */
export function beginningWith(sorted: readonly string[], beginning: string): string[] {
  const found: string[] = [];
  for (let at = firstFrom(sorted, beginning); sorted[at]?.startsWith(beginning); at++) {
    found.push(sorted[at] as string);
  }
  return found;
}

function firstFrom(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
