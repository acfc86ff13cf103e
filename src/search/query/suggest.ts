import type { RecordType } from '../facet-names.ts';
import { fold, wordsIn } from '../fold.ts';
import type { Title } from '../titles.ts';
import type { Fillers } from './fillers.ts';
import type { Lexicon } from './lexicon.ts';
import { nameScores, worth } from './name-scores.ts';
import { titleWordsOf } from './title-words.ts';
import { understand } from './understand.ts';

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
const priors: Readonly<Partial<Record<RecordType, number>>> = {
  course: 0.06,
  topic: 0.04,
  person: 0.03,
  term: -0.05,
};

/** With fewer titles than this that hold the very words, names are looked for that may be meant by them. */
const enough = 3;
/** Names that answer less than this are not offered, and what they count beside a title that holds the words. */
const understood = { least: 0.55, weight: 0.6 };
/** So many sessions at most, and only where they answer better than anything else: their day or place was typed. */
const mostSessions = 3;

interface Scored {
  readonly place: number;
  readonly score: number;
}

/**
 * The pages, up to eight, each kind together and the best kind first, that are meant by `query`: titles that hold every
 * word, as a whole, as its beginning, within a compound, or nearly; where those are few, also what the search understands.
 */
export function suggest(query: string, lexicon: Lexicon, most = 8): Suggestion[] {
  const { titles } = lexicon;
  const words = tellingWords(query, lexicon.fillers).map(fold);
  if (words.length === 0) return [];
  const literal = literalScores(words, titles);
  const pages = literal.filter(({ place }) => titles[place]?.kind !== 'session');
  const all = pages.length >= enough ? literal : [...literal, ...understoodScores(query, lexicon, literal)];
  return arranged(all, titles, most);
}

/** The pages at `places`, best first, as `suggest` would offer them. */
export function suggestedAt(places: readonly number[], { titles }: Lexicon, most = 8): Suggestion[] {
  return arranged(
    places.map((place, at) => ({ place, score: 1 / (1 + at) })),
    titles,
    most,
  );
}

/** The words of `query` that tell something; all of them where none does. */
export function tellingWords(query: string, fillers: Fillers): string[] {
  const words = wordsIn(query);
  const tellings = fillers.read(words);
  const telling = words.filter((_, at) => tellings[at] !== 'filler');
  return telling.length > 0 ? telling : words;
}

/** Sessions are left out where their course answers as well; of the rest, the best, each kind together. */
function arranged(scored: readonly Scored[], titles: readonly Title[], most: number): Suggestion[] {
  const kindAt = (place: number) => titles[place]?.kind ?? 'page';
  const titleAt = (place: number) => titles[place]?.title ?? '';
  const ordered = scored
    .map(({ place, score }) => ({ place, score: score + (priors[kindAt(place)] ?? 0) }))
    .sort((a, b) => b.score - a.score || (titleAt(a.place) < titleAt(b.place) ? -1 : 1));
  const isSession = ({ place }: Scored) => kindAt(place) === 'session';
  const isDated = ordered[0] !== undefined && isSession(ordered[0]);
  const sessions = isDated ? ordered.filter(isSession).slice(0, mostSessions) : [];
  const offered = [...sessions, ...ordered.filter((one) => !isSession(one))].slice(0, most);
  return [...Map.groupBy(offered, ({ place }) => kindAt(place))].flatMap(([kind, found]) =>
    found.map(({ place }) => ({ kind, title: titleAt(place), lang: titles[place]?.lang, place })),
  );
}

/** The titles that hold every word. Words of one or two letters need not be found where longer ones are. */
function literalScores(words: readonly string[], titles: readonly Title[]): Scored[] {
  const { places, letters, likenesses } = titleWordsOf(titles);
  const typed = words.map((word) => ({ length: word.length, likeness: likenesses(word) }));
  const found: Scored[] = [];
  titles.forEach((_, place) => {
    const score = scoreOf(typed, places[place] ?? [], letters[place] ?? 0);
    if (score > 0) found.push({ place, score });
  });
  return found;
}

/** The entries whose names answer `query` as the search understands it, without those `there` already. */
function understoodScores(query: string, lexicon: Lexicon, there: readonly Scored[]): Scored[] {
  const known = new Set(there.map(({ place }) => place));
  return [...nameScores(understand(query, lexicon), lexicon)]
    .map(([place, score]) => ({ place, score: worth(score) }))
    .filter(({ place, score }) => score >= understood.least && !known.has(place))
    .map(({ place, score }) => ({ place, score: score * understood.weight }));
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
