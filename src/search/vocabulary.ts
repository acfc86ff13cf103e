import { fold, foldedWords } from './fold.ts';
import type { SearchRecord } from './records.ts';

/** Words of the catalogue as they are written there, with a space between them, by how common they are: 0 for once, 1 for twice, 2 for four times … */
export type Vocabulary = Readonly<Record<string, string>>;

/** So many words at most, the commonest, and half of them where many titles are to be read too: a first search must stay light. */
const most = 6_000;
const manyTitles = 2_000;

interface Counted {
  times: number;
  isNamed: boolean;
  readonly spellings: Map<string, number>;
}

/** The words one can be led to when one misspells: those of titles, keywords and texts. Numbers and words of one or two letters are not among them. */
export function vocabularyOf(records: readonly SearchRecord[]): Vocabulary {
  const counts = new Map<string, Counted>();
  for (const { title, keywords, summary, text } of records) {
    for (const part of [title, ...keywords]) count(part, true, counts);
    count(`${summary} ${text}`, false, counts);
  }
  const all = [...counts];
  const kept = all.length > most ? commonest(all, records) : all;
  const bands = Map.groupBy(kept, ([, { times }]) => Math.floor(Math.log2(times)));
  return Object.fromEntries(
    [...bands]
      .sort(([a], [b]) => a - b)
      .map(([band, words]) => [
        band,
        words
          .map(([, counted]) => usual(counted))
          .sort()
          .join(' '),
      ]),
  );
}

/** The words that count most, without rare ones of titles: those are known from the list of titles. */
function commonest(
  all: readonly (readonly [string, Counted])[],
  records: readonly SearchRecord[],
): (readonly [string, Counted])[] {
  const inTitles = new Set(records.flatMap(({ title }) => foldedWords(title)));
  const weight = ({ times, isNamed }: Counted) => times + (isNamed ? 2 : 0);
  return all
    .filter(([word, { times }]) => times > 3 || !inTitles.has(word))
    .sort(([, a], [, b]) => weight(b) - weight(a))
    .slice(0, records.length > manyTitles ? most / 2 : most);
}

function count(text: string, isNamed: boolean, counts: Map<string, Counted>): void {
  for (const [spelling] of text.matchAll(/[\p{L}\p{N}]+[+#]*/gu)) {
    const [word = ''] = foldedWords(spelling);
    if (word.length < 3 || /\d/.test(word)) continue;
    const known = counts.get(word) ?? { times: 0, isNamed: false, spellings: new Map() };
    const lower = spelling.toLowerCase();
    known.times++;
    known.isNamed ||= isNamed;
    known.spellings.set(lower, (known.spellings.get(lower) ?? 0) + 1);
    counts.set(word, known);
  }
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
      words.split(' ').map((spelling) => [fold(spelling), { spelling, band: Number(band) }] as const),
    ),
  );
}
