import type { RecordType } from '../facet-names.ts';
import { foldedWords } from '../fold.ts';
import type { Title } from '../titles.ts';
import { titleWordsOf } from './title-words.ts';

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
  const { places, letters, likenesses } = titleWordsOf(titles);
  const typed = words.map((word) => ({ length: word.length, likeness: likenesses(word) }));
  const found: { title: Title; place: number; score: number }[] = [];
  titles.forEach((title, place) => {
    const score = scoreOf(typed, places[place] ?? [], letters[place] ?? 0);
    if (score > 0) found.push({ title, place, score: score + (priors[title.kind] ?? 0) });
  });
  found.sort((a, b) => b.score - a.score || (a.title.title < b.title.title ? -1 : 1));
  return found
    .slice(0, most)
    .map(({ title: { kind, title, lang }, place }) => ({ kind, title, lang, place }));
}

/** A typed word: its length, and how much each word of the titles is like it. */
interface Typed {
  readonly length: number;
  readonly likeness: Float32Array;
}

/** From 0, no match, to about 1: how well the words match, how much of the title they are, and whether it begins with them. */
function scoreOf(typed: readonly Typed[], inTitle: readonly number[], lettersOfTitle: number): number {
  let sum = 0;
  let letters = 0;
  for (const { length, likeness } of typed) {
    let best = 0;
    for (const place of inTitle) best = Math.max(best, likeness[place] ?? 0);
    const isShort = length < 3 && typed.length > 1;
    if (best === 0 && !isShort) return 0;
    sum += best * length;
    letters += length;
  }
  const begins = (typed[0]?.likeness[inTitle[0] ?? -1] ?? 0) > 0.5 ? 0.08 : 0;
  return (sum / letters) * 0.8 + Math.min(1, letters / Math.max(1, lettersOfTitle)) * 0.1 + begins;
}
