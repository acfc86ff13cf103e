import { fold, foldedWords } from './fold.ts';
import type { SearchRecord } from './records.ts';

/** Words of the catalogue as they are written there, with a space between them, by how common they are: 0 for once, 1 for twice, 2 for four times … */
export type Vocabulary = Readonly<Record<string, string>>;

/** With more words than this, those that occur once in a text and in no title are left out: a first search must stay light. */
const most = 12_000;

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
  const kept = all.length > most ? all.filter(([, { times, isNamed }]) => times > 1 || isNamed) : all;
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
