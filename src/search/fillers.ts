import { datesFor } from '../i18n/dates.ts';
import { type Locale, locales } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';
import { fold, foldedWords, wordsIn } from './fold.ts';
import type { FillersFile } from './query/fillers.ts';
import type { SearchRecord } from './records.ts';

/** The words, folded, that say little in any of the languages. */
export function fillersOf(): ReadonlySet<string> {
  return new Set(locales.flatMap(fillersIn));
}

/**
 * The words that say little to those who search in `language`, by the language they say little in, and those of them
 * that say something in this catalogue: an acronym in a name, a word of a title in `language`, the name of a month.
 */
export function fillersFor(records: readonly SearchRecord[], language: string): FillersFile {
  const own = new Set((locales as readonly string[]).includes(language) ? fillersIn(language as Locale) : []);
  const all = fillersOf();
  const isFiller = (word: string) => all.has(word);
  const titles = records
    .filter((record) => record.language === language)
    .flatMap(({ title }) => foldedWords(title));
  const months = monthsIn(language).filter(isFiller);
  return {
    languages: Object.fromEntries(locales.map((one) => [one, fillersIn(one).join(' ')])),
    acronyms: listOf(records.flatMap(acronymsOf).filter(isFiller)),
    named: listOf(titles.filter((word) => isFiller(word) && !own.has(word))),
    months: listOf(months),
  };
}

function fillersIn(language: Locale): string[] {
  return stringsFor(language).t('search.fillers').split(' ');
}

function listOf(words: readonly string[]): string {
  return [...new Set(words)].sort().join(' ');
}

/** The words of an entry’s names that are written in capitals among others, or alone. */
function acronymsOf({ title, others, tags }: SearchRecord): string[] {
  return [title, ...others, ...tags].flatMap((name) => {
    const words = wordsIn(name);
    const isShouted = words.length > 1 && !/\p{Ll}/u.test(name);
    return isShouted ? [] : words.filter((word) => /^\p{Lu}{2,}$/u.test(word)).map(fold);
  });
}

function monthsIn(language: string): string[] {
  if (!(locales as readonly string[]).includes(language)) return [];
  const { day } = datesFor(language as Locale);
  return Array.from({ length: 12 }, (_, month) =>
    day(`2027-${String(month + 1).padStart(2, '0')}-01`),
  ).flatMap(foldedWords);
}
