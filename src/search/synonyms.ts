import type { Locale } from '../i18n/locales.ts';
import type { SynonymGroup } from '../schema/synonyms.ts';
import { foldedWords } from './fold.ts';
import { areForms } from './query/word-forms.ts';

/** What means the same as some words of `names`, without what is already there. */
export type Synonyms = (names: readonly string[]) => string[];

interface Term {
  readonly words: readonly string[];
  /** All terms of its group, as they are written. */
  readonly group: readonly string[];
}

/** The editors' groups of equal terms as the search of `locale` uses them. */
export function synonymsFor(locale: Locale, groups: Iterable<Pick<SynonymGroup, 'facts'>>): Synonyms {
  const byBeginning = new Map<string, Term[]>();
  for (const { facts } of groups) {
    if (facts.languages && !facts.languages.includes(locale)) continue;
    const group = [facts.title, ...facts.terms];
    for (const words of group.map(foldedWords)) {
      const beginning = beginningOf(words[0] ?? '');
      const terms = byBeginning.get(beginning) ?? [];
      terms.push({ words, group });
      byBeginning.set(beginning, terms);
    }
  }
  const known = new Map<string, readonly string[]>();
  // A course and each of its sessions ask for the same names.
  const wordsOf = (name: string): readonly string[] => {
    const words = known.get(name) ?? foldedWords(name);
    known.set(name, words);
    return words;
  };
  return (names) => {
    const found = new Set<string>();
    for (const words of names.map(wordsOf)) {
      words.forEach((word, at) => {
        for (const term of byBeginning.get(beginningOf(word)) ?? []) {
          if (stands(term, words, at)) for (const equal of term.group) found.add(equal);
        }
      });
    }
    const there = new Set(names.map((name) => wordsOf(name).join(' ')));
    return [...found].filter((equal) => !there.has(wordsOf(equal).join(' ')));
  };
}

/** Words that are forms of each other begin alike. */
function beginningOf(word: string): string {
  return word.slice(0, 3);
}

function stands({ words }: Term, among: readonly string[], at: number): boolean {
  return words.every((word, step) => {
    const other = among[at + step];
    return other !== undefined && (other === word || (word.length > 4 && areForms(word, other)));
  });
}
