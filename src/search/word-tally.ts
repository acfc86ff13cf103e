import { foldedWords, wordsIn } from './fold.ts';
import type { SearchRecord } from './records.ts';
import { spacedWords } from './spaced-words.ts';

/** So many letters a part of a compound has at least. */
export const shortestPart = 4;

/** How often a word stands in the records, how often of that in a name, and how often it is written in which way. */
export interface Counted {
  readonly times: number;
  readonly named: number;
  readonly spellings: readonly Spelling[];
}

/** A way in which a word is written, and how often. */
export type Spelling = [spelling: string, times: number];

/** A tally as it is kept. */
export interface TallyFile {
  readonly words: readonly (readonly [word: string, named: number, ...Spelling[]])[];
  readonly parts: readonly (readonly [part: string, times: number])[];
}

/** The words of records, counted: the same whichever came first, and whichever were there before. */
export class WordTally {
  readonly #words = new Map<string, { times: number; named: number; spellings: Spelling[] }>();
  readonly #parts: Map<string, number>;

  constructor(parts: TallyFile['parts'] = []) {
    this.#parts = new Map(parts);
  }

  static of(records: readonly SearchRecord[]): WordTally {
    const tally = new WordTally();
    tally.add(records);
    return tally;
  }

  static from({ words, parts }: TallyFile): WordTally {
    const tally = new WordTally(parts);
    for (const [word, named, ...spellings] of words) {
      let times = 0;
      for (const [, amount] of spellings) times += amount;
      tally.#words.set(word, { times, named, spellings });
    }
    return tally;
  }

  /** By what their spellings come down to. Numbers and words of one or two letters are not among them. */
  get words(): ReadonlyMap<string, Counted> {
    return this.#words;
  }

  /** The words, folded, that a compound can be made of. */
  get parts(): { readonly has: (word: string) => boolean } {
    return this.#parts;
  }

  add(records: readonly SearchRecord[]): void {
    this.#count(records, 1);
  }

  /** Takes out what was counted. */
  remove(records: readonly SearchRecord[]): void {
    this.#count(records, -1);
  }

  toFile(): TallyFile {
    return {
      words: [...this.#words].map(([word, { named, spellings }]) => [word, named, ...spellings]),
      parts: [...this.#parts],
    };
  }

  #count(records: readonly SearchRecord[], sign: 1 | -1): void {
    for (const [text, { times, named }] of spacedWords(records)) {
      for (const spelling of text.match(/[\p{L}\p{N}]+[+#]*/gu) ?? [])
        this.#countSpelling(spelling.toLowerCase(), sign * times, sign * named);
      for (const part of wordsIn(text).flatMap(foldedWords))
        if (part.length >= shortestPart && !/\d/.test(part)) addTo(this.#parts, part, sign * times);
    }
  }

  #countSpelling(spelling: string, times: number, named: number): void {
    const [word = ''] = foldedWords(spelling);
    if (word.length < 3 || /\d/.test(word)) return;
    const known = this.#words.get(word) ?? { times: 0, named: 0, spellings: [] };
    known.times += times;
    known.named += named;
    const written = known.spellings.find(([one]) => one === spelling);
    if (written) written[1] += times;
    else known.spellings.push([spelling, times]);
    if (written?.[1] === 0) known.spellings.splice(known.spellings.indexOf(written), 1);
    if (known.times === 0) this.#words.delete(word);
    else this.#words.set(word, known);
  }
}

function addTo(amounts: Map<string, number>, name: string, more: number): void {
  const amount = (amounts.get(name) ?? 0) + more;
  if (amount === 0) amounts.delete(name);
  else amounts.set(name, amount);
}
