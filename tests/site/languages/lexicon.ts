import { type Locale, locales } from '../../../src/i18n/locales.ts';
import { proseOfContent, proseOfStrings } from '../../content/spelling/prose.ts';

/** Judges in which language a text is. */
export interface Lexicon {
  /** The language that `text` is in instead of `language`; undefined where its words do not give one away. */
  readonly otherThan: (language: Locale, text: string) => Locale | undefined;
}

/** So much of a word’s use is in one language that it gives it away. */
const share = 0.9;
/** One word may be a name or a loan; two that say the same are a sentence. */
const least = 2;

/** The lexicon of the four languages, of the words that the content and the strings use in each. */
export async function readLexicon(): Promise<Lexicon> {
  const uses = new Map<string, Record<Locale, number>>();
  for (const locale of locales) {
    const prose = [
      ...(await proseOfContent('content', locale)),
      ...proseOfStrings(`src/i18n/strings/${locale}.json`),
    ].flatMap(({ text }) => wordsOf(text));
    for (const word of prose) {
      const counted = uses.get(word) ?? { fr: 0, de: 0, lb: 0, en: 0 };
      // As a part of all, since some languages have more text.
      counted[locale] += 1 / prose.length;
      uses.set(word, counted);
    }
  }
  const languageOf = (word: string) => {
    const counted = uses.get(word);
    if (!counted) return undefined;
    const all = locales.reduce((sum, locale) => sum + counted[locale], 0);
    return locales.find((locale) => counted[locale] / all >= share);
  };
  return {
    otherThan(language, text) {
      const told = wordsOf(text).map(languageOf);
      const count = (locale: Locale) => told.filter((each) => each === locale).length;
      return locales.find(
        (locale) => locale !== language && count(locale) >= least && count(locale) > 2 * count(language),
      );
    },
  };
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []).filter((word) => word.length > 1);
}
