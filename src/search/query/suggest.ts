import type { RecordType } from '../facet-names.ts';
import { foldedWords } from '../fold.ts';
import type { Title } from '../titles.ts';
import { distance } from './spelling.ts';

/** A page that is offered while one types. */
export interface Suggestion {
  readonly kind: RecordType;
  readonly title: string;
  /** Its place in the list of titles. */
  readonly place: number;
  /** The language of the title, where it is not the page's. */
  readonly lang?: string | undefined;
}

/** A course is more often meant than what lies around it. */
const priors: Readonly<Partial<Record<RecordType, number>>> = { course: 0.06, topic: 0.04, person: 0.03 };

/**
 * The titles, up to eight and best first, that hold every word of `query`: each as a whole word, as its beginning, within
 * a compound, or nearly. Words of one or two letters need not be found where longer ones are.
 */
export function suggest(query: string, titles: readonly Title[], most = 8): Suggestion[] {
  const words = foldedWords(query);
  if (words.length === 0) return [];
  const found: { title: Title; place: number; score: number }[] = [];
  for (const [place, title] of titles.entries()) {
    const score = scoreOf(words, title);
    if (score > 0) found.push({ title, place, score: score + (priors[title.kind] ?? 0) });
  }
  found.sort((a, b) => b.score - a.score || (a.title.title < b.title.title ? -1 : 1));
  return found
    .slice(0, most)
    .map(({ title: { kind, title, lang }, place }) => ({ kind, title, lang, place }));
}

/** From 0, no match, to about 1: how well the words match, how much of the title they are, and whether it begins with them. */
function scoreOf(words: readonly string[], { words: inTitle }: Title): number {
  let sum = 0;
  let letters = 0;
  for (const word of words) {
    const best = Math.max(0, ...inTitle.map((other) => likeness(word, other)));
    const isShort = word.length < 3 && words.length > 1;
    if (best === 0 && !isShort) return 0;
    sum += best * word.length;
    letters += word.length;
  }
  const all = inTitle.reduce((length, word) => length + word.length, 0);
  const begins = likeness(words[0] ?? '', inTitle[0] ?? '') > 0.5 ? 0.08 : 0;
  return (sum / letters) * 0.8 + Math.min(1, letters / Math.max(1, all)) * 0.1 + begins;
}

/** How much a typed word is like a word of a title: 1 for the same, less for a beginning, an end, a misspelling. */
function likeness(typed: string, word: string): number {
  if (typed === word) return 1;
  if (word.startsWith(typed)) return 0.85;
  if (typed.length < 4) return 0;
  if (word.includes(typed)) return 0.6;
  const limit = typed.length < 6 ? 1 : 2;
  const beginning = word.slice(0, Math.max(typed.length, Math.min(word.length, typed.length + 1)));
  const away = Math.min(distance(typed, word, limit), distance(typed, beginning, limit));
  return away > limit ? 0 : 0.55 - away * 0.1;
}
