import { fold } from '../../../src/search/fold.ts';
import type { Index } from '../../../src/search/query/answer.ts';
import { type Fillers, plainFillers } from '../../../src/search/query/fillers.ts';
import { lexiconOf } from '../../../src/search/query/lexicon.ts';
import type { KnownWord } from '../../../src/search/query/spelling.ts';
import { wholeLexiconOf } from '../../../src/search/query/whole-lexicon.ts';
import { bySign } from '../../../src/search/rare-words.ts';
import type { Title } from '../../../src/search/titles.ts';

export interface TestEntry {
  readonly title: string;
  readonly text?: string;
  readonly kind?: Title['kind'];
  readonly others?: readonly string[];
}

/** An index that finds the texts in which every word begins a word, and shows titles. */
export function indexOfTexts(
  entries: readonly TestEntry[],
  {
    knowsForms = true,
    fillers = plainFillers([]),
    rare = [],
  }: {
    knowsForms?: boolean;
    fillers?: Fillers;
    rare?: readonly string[];
  } = {},
): Index<string[]> {
  const titles = entries.map(
    ({ title, kind = 'course', others = [] }): Title => ({
      kind,
      title,
      words: fold(title).split(' '),
      others,
      tags: [],
    }),
  );
  const wordsOf = ({ title, text = '', others = [] }: TestEntry) =>
    fold([title, text, ...others].join(' ')).split(' ');
  const known = new Map<string, KnownWord>(
    entries
      .flatMap(({ title, text = '' }) => `${title} ${text}`.toLowerCase().split(' '))
      .map((spelling) => [fold(spelling), { spelling, band: 1 }]),
  );
  const ids = entries.map((_, place) => String(place));
  const lexicon = lexiconOf(known, titles, ids, fillers);
  return {
    lexicon,
    wholeLexicon: wholeLexiconOf(lexicon, [...bySign(rare.join(' ')).keys()].join(''), async (sign) =>
      String(bySign(rare.join(' ')).get(sign)),
    ),
    knowsForms,
    prepare: async () => {},
    ask: async (words) =>
      entries.flatMap((entry, place) => {
        const own = wordsOf(entry);
        const isFound = fold(words)
          .split(' ')
          .every((word) => own.some((other) => other.startsWith(word)));
        return isFound ? [{ id: String(place), score: 1 / own.length }] : [];
      }),
    show: (places) => places.map((place) => entries[place]?.title ?? ''),
  };
}
