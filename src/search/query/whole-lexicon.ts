import { rareSignOf } from '../rare-words.ts';
import { type Lexicon, widened } from './lexicon.ts';
import { unknownWords } from './understand.ts';

/**
 * Gives `lexicon` with the rare words that begin like the words of a query that it lacks. They lie under `signs`; `read`
 * gives those of one, with a space between them, and is asked once for each.
 */
export function wholeLexiconOf(
  lexicon: Lexicon,
  signs: string,
  read: (sign: string) => Promise<string>,
): (typed: string) => Promise<Lexicon> {
  const words = new Map<string, string>();
  let last = { wanted: '', lexicon };
  return async (typed) => {
    const found = new Set(unknownWords(typed, lexicon).map(rareSignOf));
    const wanted = [...found].filter((sign) => signs.includes(sign)).sort();
    const missing = wanted.filter((sign) => !words.has(sign));
    await Promise.all(missing.map(async (sign) => words.set(sign, await read(sign))));
    const name = wanted.join('');
    if (name !== last.wanted) {
      const rare = wanted.flatMap((sign) => words.get(sign)?.split(' ') ?? []);
      last = { wanted: name, lexicon: widened(lexicon, rare) };
    }
    return last.lexicon;
  };
}
