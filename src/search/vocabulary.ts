import { fold, foldedWords } from './fold.ts';
import type { SearchRecord } from './records.ts';
import { type Counted, WordTally } from './word-tally.ts';

/** Words of the catalogue as they are written there, with a space between them, by how common they are: 0 for once, 1 for twice, 2 for four times …; under `rare`, the signs of the files with the rare ones. */
export type Vocabulary = Readonly<Record<string, string>>;

/** So many common words at most, and half of them where many titles are to be read too: a first search must stay light. */
const most = 6_000;
/** So many rare words at most: they come where somebody types a word that is not among the common ones. */
const mostRare = 24_000;
const manyTitles = 2_000;

/**
 * The words one can be led to when one misspells: those of titles, keywords and texts, the common and the rare, these
 * with a space between them.
 */
export function vocabularyOf(
  records: readonly SearchRecord[],
  tally = WordTally.of(records),
): { common: Vocabulary; rare: string } {
  const all = [...tally.words];
  const { common, rare } = parted(all, records);
  const bands = Map.groupBy(common, ([, { times }]) => Math.floor(Math.log2(times)));
  return {
    common: Object.fromEntries(
      [...bands].sort(([a], [b]) => a - b).map(([band, words]) => [band, spelt(words)]),
    ),
    rare: spelt(rare),
  };
}

type Word = readonly [string, Counted];

/** The words that count most, and the others; rare ones of titles are in neither: those are known from the list of titles. */
function parted(all: readonly Word[], records: readonly SearchRecord[]): { common: Word[]; rare: Word[] } {
  if (all.length <= most) return { common: [...all], rare: [] };
  const inTitles = new Set(records.flatMap(({ title }) => foldedWords(title)));
  const known = all.filter(([word, { times }]) => times > 3 || !inTitles.has(word));
  const [common, rest] = heaviest(known, records.length > manyTitles ? most / 2 : most);
  const [named] = heaviest(
    rest.filter(([, { named }]) => named > 0),
    mostRare,
  );
  const [others] = heaviest(
    rest.filter(([, { named }]) => named === 0),
    mostRare - named.length,
  );
  return { common, rare: [...named, ...others] };
}

/**
 * So many words that count most, and those that are left: of equal ones the short, of these the first in the order of
 * letters. In that order alone the last ones would be those to go.
 */
function heaviest(words: readonly Word[], amount: number): [heavy: Word[], left: Word[]] {
  const weight = ([word, { times, named }]: Word) => (times + (named > 0 ? 2 : 0)) * 1000 - word.length;
  const heavy: Word[] = [];
  const left: Word[] = [];
  // To sort all would take several times as long: most weigh the same.
  for (const [, equal] of [...Map.groupBy(words, weight)].sort(([a], [b]) => b - a)) {
    const room = amount - heavy.length;
    const ordered = room > 0 && room < equal.length ? equal.sort(byLetters) : equal;
    heavy.push(...ordered.slice(0, room));
    left.push(...ordered.slice(room));
  }
  return [heavy, left];
}

function byLetters([one]: Word, [other]: Word): number {
  return one < other ? -1 : 1;
}

/** The words as they are usually written, in the order of letters. */
function spelt(words: readonly Word[]): string {
  return words
    .map(([, counted]) => usual(counted))
    .sort()
    .join(' ');
}

/** The commonest way a word is written, accents and all. */
function usual({ spellings: [first = ['', 0], ...others] }: Counted): string {
  let [commonest, most] = first;
  for (const [spelling, times] of others)
    if (times > most || (times === most && spelling < commonest)) [commonest, most] = [spelling, times];
  return commonest;
}

/** The words of a vocabulary by their folded form. */
export function knownWords(vocabulary: Vocabulary): ReadonlyMap<string, { spelling: string; band: number }> {
  return new Map(
    Object.entries(vocabulary).flatMap(([band, words]) =>
      band === 'rare'
        ? []
        : words.split(' ').map((spelling) => [fold(spelling), { spelling, band: Number(band) }] as const),
    ),
  );
}
