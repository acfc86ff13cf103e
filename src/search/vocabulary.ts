import { fold, foldedWords } from './fold.ts';
import type { SearchRecord } from './records.ts';
import { type SpacedWords, spacedWords } from './spaced-words.ts';

/** Words of the catalogue as they are written there, with a space between them, by how common they are: 0 for once, 1 for twice, 2 for four times …; under `rare`, the signs of the files with the rare ones. */
export type Vocabulary = Readonly<Record<string, string>>;

/** So many common words at most, and half of them where many titles are to be read too: a first search must stay light. */
const most = 6_000;
/** So many rare words at most: they come where somebody types a word that is not among the common ones. */
const mostRare = 24_000;
const manyTitles = 2_000;

interface Counted {
  times: number;
  isNamed: boolean;
  readonly spellings: Map<string, number>;
}

/**
 * The words one can be led to when one misspells: those of titles, keywords and texts, the common and the rare, these
 * with a space between them. Numbers and words of one or two letters are not among them.
 */
export function vocabularyOf(
  records: readonly SearchRecord[],
  words: SpacedWords = spacedWords(records),
): { common: Vocabulary; rare: string } {
  const all = [...countsOf(words)];
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
  const weight = ({ times, isNamed }: Counted) => times + (isNamed ? 2 : 0);
  const ordered = all
    .filter(([word, { times }]) => times > 3 || !inTitles.has(word))
    .sort(([, a], [, b]) => weight(b) - weight(a));
  const amount = records.length > manyTitles ? most / 2 : most;
  const rest = ordered.slice(amount);
  return {
    common: ordered.slice(0, amount),
    rare: [...rest.filter(([, { isNamed }]) => isNamed), ...rest.filter(([, { isNamed }]) => !isNamed)].slice(
      0,
      mostRare,
    ),
  };
}

/** The words as they are usually written, in the order of letters. */
function spelt(words: readonly Word[]): string {
  return words
    .map(([, counted]) => usual(counted))
    .sort()
    .join(' ');
}

/** The words by what their spellings come down to. */
function countsOf(spaced: SpacedWords): Map<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const [text, { times, isNamed }] of spaced) {
    for (const spelling of text.match(/[\p{L}\p{N}]+[+#]*/gu) ?? []) {
      const lower = spelling.toLowerCase();
      const word = foldedWord(lower);
      if (word === '') continue;
      const known = counts.get(word) ?? { times: 0, isNamed: false, spellings: new Map() };
      known.times += times;
      known.isNamed ||= isNamed;
      known.spellings.set(lower, (known.spellings.get(lower) ?? 0) + times);
      counts.set(word, known);
    }
  }
  return counts;
}

/** What a spelling comes down to; nothing where it is no word. */
function foldedWord(spelling: string): string {
  const [word = ''] = foldedWords(spelling);
  return word.length < 3 || /\d/.test(word) ? '' : word;
}

/** The commonest way a word is written, accents and all. */
function usual({ spellings }: Counted): string {
  const [[spelling]] = [...spellings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)) as [
    [string, number],
  ];
  return spelling;
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
