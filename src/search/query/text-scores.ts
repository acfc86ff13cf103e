import { fold } from '../fold.ts';
import { beginningWith, type Lexicon } from './lexicon.ts';
import type { Meant } from './understand.ts';
import { stemOf } from './word-forms.ts';

/** An entry whose text was found, as the index of texts names it. */
export interface TextHit {
  readonly id: string;
  readonly score: number;
}

/** The index of texts: finds the entries that hold all words, each word or its beginning. */
export interface TextIndex {
  readonly ask: (words: string) => Promise<readonly TextHit[]>;
  /** Makes sure that the entries with these words are found when they or their beginnings are asked for. */
  readonly prepare: (words: readonly string[]) => Promise<void>;
  /** True where the index knows the forms of words; else it is asked for what forms share. */
  readonly knowsForms: boolean;
}

export interface TextScores {
  /** From 0 to 1 by id: what part of the words an entry holds, and how well. */
  readonly scores: ReadonlyMap<string, number>;
  /** True where at least one entry holds all words; where none is asked for, names do. */
  readonly isWhole: boolean;
}

/** With fewer entries that hold all words than this, those that hold some of them are asked for too. */
const enough = 6;
/** So many words at most are asked for one by one: the rarest. */
const mostWords = 6;
/** So many results fill a page. */
const aPage = 10;

/**
 * The words of `meant` that texts are asked for, where names answer or not. One or two letters that are no word are not
 * asked for where names answer, nor are three with which a page full of names has words that begin so: most texts have
 * such words.
 */
export function wordsForTexts(meant: readonly Meant[], lexicon: Lexicon, isNamed: boolean): string[] {
  const words = new Set(meant.flatMap((one) => one.words));
  const isTelling = (word: string): boolean => {
    if (word.length > 3 || !isNamed || lexicon.known.has(fold(word))) return true;
    return word.length === 3 && namesBeginning(fold(word), lexicon) < aPage;
  };
  return [...words].filter(isTelling);
}

/** How many names have a word that begins with `beginning`. */
function namesBeginning(beginning: string, { nameWords, namesWith }: Lexicon): number {
  return new Set(beginningWith(nameWords, beginning).flatMap((word) => namesWith.get(word) ?? [])).size;
}

/** How well texts answer `meant`, asked for `words` of it. */
export async function textScores(
  meant: readonly Meant[],
  words: readonly string[],
  lexicon: Lexicon,
  index: TextIndex,
): Promise<TextScores> {
  const asIndexed = (word: string) => (index.knowsForms ? word : stemOf(word));
  const isAllFound = meant.every(({ isFound }) => isFound);
  if (words.length === 0) return { scores: new Map(), isWhole: isAllFound };
  const whole = words.every((word) => word.length < 2) ? [] : await index.ask(words.map(asIndexed).join(' '));
  const scores = new Map<string, number>();
  const best = Math.max(...whole.map(({ score }) => score), Number.MIN_VALUE);
  for (const { id, score } of whole) scores.set(id, 0.6 + 0.4 * (score / best));
  const isWhole = whole.length > 0 && isAllFound;
  if (words.length === 1 || whole.length >= enough) return { scores, isWhole };
  const rare = rarest(words, lexicon);
  const answers = await Promise.all(rare.map((word) => index.ask(asIndexed(word))));
  const total = Math.max(1, lexicon.titles.length);
  const rarities = answers.map(({ length }, at) => {
    const rarity = Math.log(1 + total / (1 + length));
    return rarity * trustIn(rare[at] ?? '', meant) ** 2;
  });
  const all = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const partial = new Map<string, number>();
  answers.forEach((hits, at) => {
    const most = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
    for (const { id, score } of hits) {
      const part = ((rarities[at] ?? 0) / all) * (0.6 + 0.4 * (score / most));
      partial.set(id, (partial.get(id) ?? 0) + part);
    }
  });
  for (const [id, score] of partial) scores.set(id, Math.max(scores.get(id) ?? 0, score));
  return { scores, isWhole };
}

function trustIn(word: string, meant: readonly Meant[]): number {
  return meant.find(({ words }) => words.includes(word))?.trust ?? 1;
}

/** The words that the fewest texts hold, as far as the vocabulary tells. */
function rarest(words: readonly string[], { known }: Lexicon): string[] {
  const band = (word: string) => known.get(fold(word))?.band ?? 0;
  return [...words].sort((a, b) => band(a) - band(b)).slice(0, mostWords);
}
