import type { Title } from '../titles.ts';
import { distance, lettersOf, mayBeNear } from './distance.ts';

/** The words of some titles, each once: what is typed is compared with each word, not with each title. */
export interface TitleWords {
  readonly words: readonly string[];
  /** For each title, the places of its words among them, in its order. */
  readonly places: readonly (readonly number[])[];
  /** For each title, how many letters its words have in all. */
  readonly letters: readonly number[];
  /** How much each word is like a typed one, from 0 to 1. */
  readonly likenesses: (typed: string) => Float32Array;
}

/** So many typed words are remembered: while one goes on typing, the words before stay as they are. */
const mostRemembered = 12;

const known = new WeakMap<readonly Title[], TitleWords>();

/** The words of `titles`; made once for the same list. */
export function titleWordsOf(titles: readonly Title[]): TitleWords {
  const found = known.get(titles) ?? gathered(titles);
  known.set(titles, found);
  return found;
}

function gathered(titles: readonly Title[]): TitleWords {
  const placeOf = new Map<string, number>();
  const places = titles.map(({ words }) =>
    words.map((word) => {
      const place = placeOf.get(word) ?? placeOf.size;
      placeOf.set(word, place);
      return place;
    }),
  );
  const words = [...placeOf.keys()];
  const remembered = new Map<string, Float32Array>();
  return {
    words,
    places,
    letters: titles.map((title) => title.words.reduce((sum, { length }) => sum + length, 0)),
    likenesses(typed) {
      const found = remembered.get(typed) ?? Float32Array.from(words, likenessTo(typed));
      remembered.delete(typed);
      remembered.set(typed, found);
      for (const [oldest] of remembered) if (remembered.size > mostRemembered) remembered.delete(oldest);
      return found;
    },
  };
}

/** How much a word of a title is like `typed`: 1 for the same, less for a beginning, an end, a misspelling. */
function likenessTo(typed: string): (word: string) => number {
  const limit = typed.length < 6 ? 1 : 2;
  const letters = lettersOf(typed);
  return (word) => {
    if (typed === word) return 1;
    if (word.startsWith(typed)) return 0.85;
    if (typed.length < 4 || word.length < typed.length - limit) return 0;
    if (word.includes(typed)) return 0.6;
    const beginning = word.slice(0, typed.length + 1);
    if (!mayBeNear(letters, lettersOf(beginning), limit)) return 0;
    const away = Math.min(distance(typed, word, limit), distance(typed, beginning, limit));
    return away > limit ? 0 : 0.55 - away * 0.1;
  };
}
