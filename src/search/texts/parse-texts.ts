import { askPagefind } from './ask-pagefind.ts';
import type { PagefindFile } from './pagefind-files.ts';
import { fieldGroup, type ParsedText, TextPlaces } from './parsed-text.ts';
import type { TermList } from './term-list.ts';

/** What the index is told of an entry. */
export interface Text {
  readonly content: string;
  /** Only fields of `fields`. */
  readonly meta: Readonly<Record<string, string>>;
}

export interface ParsedTexts {
  /** In the order of the texts. */
  readonly parsed: readonly ParsedText[];
  /** The files of the search that do not depend on what is searched. */
  readonly engine: readonly PagefindFile[];
}

/**
 * Reads `texts` as Pagefind does those of `language`: finds their words, brings them to their stems, notes where they stand.
 * What it makes of a word does not depend on those beside it: it is asked for each word once, however many texts have it.
 * Fields are numbered in the order of `fields`, terms in `list`. Throws what Pagefind complains of.
 */
export async function parseTexts(
  texts: readonly Text[],
  language: string,
  fields: readonly string[],
  list: TermList,
): Promise<ParsedTexts> {
  const numbers = new Map<string, number>();
  const numbered = texts.map(({ content, meta }) =>
    [content, ...fields.map((field) => meta[field] ?? '')].map((text) => numbersOf(text, numbers)),
  );
  const { terms, engine } = await askPagefind([...numbers.keys()], language);
  const known = Array.from(numbers, () => ({
    inText: [] as (readonly [term: number, weight: number])[],
    inField: [] as number[],
  }));
  for (const { word, form, inText, inField } of terms) {
    const term = list.numberOf(word, form);
    for (const [place, weight] of inText) known[place]?.inText.push([term, weight]);
    for (const place of inField) known[place]?.inField.push(term);
  }
  const places = new TextPlaces();
  // A catalogue has a million words: iterators would cost more than what is done with each.
  const parsed = numbered.map(([content = none, ...meta]) => {
    for (let place = 0; place < content.length; place += 1)
      for (const [term, weight] of known[content[place] as number]?.inText ?? [])
        places.add(term, weight, place);
    for (const [field, value] of meta.entries())
      for (let place = 0; place < value.length; place += 1)
        for (const term of known[value[place] as number]?.inField ?? [])
          places.add(term, fieldGroup(field), place);
    return places.take(content.length);
  });
  return { parsed, engine };
}

const none = new Uint32Array();

/** The words of a text, as their numbers. */
function numbersOf(text: string, numbers: Map<string, number>): Uint32Array {
  const words = text.replaceAll(breakHere, '').split(space);
  const found = new Uint32Array(words.length);
  let amount = 0;
  for (const word of words) {
    if (word === '' || isSignal(word)) continue;
    let number = numbers.get(word);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(word, number);
    }
    found[amount] = number;
    amount += 1;
  }
  return found.subarray(0, amount);
}

/** White space in the sense of Unicode, where Pagefind parts words: JavaScript’s `\s` is not quite that. */
const space = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** Where a word may be broken, unseen: Pagefind counts no word that is nothing else. */
const breakHere = '\u200b';

/** True of what Pagefind takes for a sign of its own making and not for a word: it marks anchors and weights by such. */
function isSignal(word: string): boolean {
  return /^___(?:END_)?PAGEFIND/.test(word);
}
