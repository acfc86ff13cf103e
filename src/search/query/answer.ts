import type { RecordType } from '../facet-names.ts';
import { fold } from '../fold.ts';
import type { SearchQuery } from './address.ts';
import { beginningWith, type Lexicon } from './lexicon.ts';
import { nameScores, worth } from './name-scores.ts';
import { type TextIndex, textScores, wordsForTexts } from './text-scores.ts';
import { hasUnknown, type Meant, understand } from './understand.ts';

/** What can be asked of an index: the words and names it knows, its texts, and what to show of entries, best first. */
export interface Index<Found> extends TextIndex {
  readonly lexicon: Lexicon;
  /** The same with the rare words that may be meant by words of a query that the others lack. */
  readonly wholeLexicon: (typed: string) => Promise<Lexicon>;
  readonly show: (places: readonly number[], query: SearchQuery) => Found;
}

/** What is answered to a query, and how it was read: as typed, with mended words, with some of the words alone, or, where none is known, by words that begin alike. */
export interface Answer<Found> {
  readonly kind: 'plain' | 'corrected' | 'relaxed' | 'near';
  /** The words that count, as the reader is told them. */
  readonly words: string;
  /** Those of them that are to be marked where they are found. */
  readonly marked: string;
  readonly found: Found;
}

/** What a name and a text count; what lies around courses comes after them where it answers no better. */
const weights = { name: 1.25, text: 0.9 };
const priors: Readonly<Partial<Record<RecordType, number>>> = {
  course: 0.06,
  page: -0.08,
  term: -0.25,
  session: -0.5,
};
/** Entries that answer less than this part of the best are left out where no entry holds all words. */
const least = 0.4;

/** The answer to `query`. Words in quotes and an exact query are searched for as they are. */
export async function answer<Found>(index: Index<Found>, query: SearchQuery): Promise<Answer<Found>> {
  if (query.isExact || query.words.includes('"')) {
    const hits = await index.ask(query.words);
    const scores = new Map(hits.map(({ id, score }) => [id, score]));
    const places = inOrder(index.lexicon, (_place, id) => scores.get(id) ?? 0);
    const { words } = query;
    return { kind: 'plain', words, marked: words, found: index.show(places, query) };
  }
  const lexicon = hasUnknown(query.words, index.lexicon)
    ? await index.wholeLexicon(query.words)
    : index.lexicon;
  const meant = understand(query.words, lexicon);
  const names = nameScores(meant, lexicon);
  const asked = wordsForTexts(meant, lexicon, names.size > 0);
  const last = meant.at(-1)?.words[0] ?? '';
  if (last.length === 3 && !asked.includes(last)) {
    // With the next letter it will be asked for; what can't be had is told then.
    void complete(index, lexicon, [last], last).catch(() => {});
  }
  await complete(index, lexicon, asked, last);
  const { scores, isWhole } = await textScores(meant, asked, lexicon, index);
  const scoreOf = (place: number, id: string): number => {
    const name = names.get(place);
    const text = scores.get(id) ?? 0;
    return weights.name * (name ? worth(name) : 0) + weights.text * text;
  };
  const places = inOrder(lexicon, scoreOf, isWhole ? 0.15 : least);
  const words = meant.flatMap(({ shown }) => shown || []).join(' ');
  const marked = meant.flatMap((one) => (one.weight < 1 ? [] : [one.shown, ...one.words])).join(' ');
  return { ...reading(meant, isWhole, words, query), marked, found: index.show(places, query) };
}

function reading(
  meant: readonly Meant[],
  isWhole: boolean,
  words: string,
  query: SearchQuery,
): Pick<Answer<unknown>, 'kind' | 'words'> {
  if (words === '' || meant.every(({ isFound }) => !isFound)) return { kind: 'near', words: query.words };
  const isCorrected = meant.some((one) => one.isCorrected);
  if (isCorrected) return { kind: 'corrected', words };
  return isWhole ? { kind: 'plain', words: query.words } : { kind: 'relaxed', words };
}

/** The places whose score is at least `part` of the best, best first. */
function inOrder(
  { titles, ids }: Lexicon,
  scoreOf: (place: number, id: string) => number,
  part = 0,
): number[] {
  const scored: { place: number; score: number }[] = [];
  let best = 0;
  titles.forEach(({ kind }, place) => {
    const score = scoreOf(place, ids[place] ?? '');
    if (score <= 0) return;
    best = Math.max(best, score);
    scored.push({ place, score: score + (priors[kind] ?? 0) });
  });
  return scored
    .filter(({ score }) => score >= best * part)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ place }) => place);
}

/**
 * Has the index load at once what the texts are asked by: the words, and, since the `last` may be the beginning of others,
 * the likeliest two of those.
 */
async function complete(
  index: TextIndex,
  { known, sorted }: Lexicon,
  asked: readonly string[],
  last: string,
): Promise<void> {
  const words = asked.filter((word) => word.length > 2);
  const word = fold(last);
  const likely = words.includes(last) ? beginningWith(sorted, word) : [];
  const best = likely
    .filter((other) => other !== word)
    .map((other) => known.get(other) ?? { spelling: other, band: 0 })
    .sort((a, b) => b.band - a.band)
    .slice(0, 2);
  await index.prepare([...words, ...best.map(({ spelling }) => spelling)]);
}
