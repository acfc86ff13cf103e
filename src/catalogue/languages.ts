import { type Locale, readingOrder } from '../i18n/locales.ts';
import type { BodyPlace, Entry } from '../schema/entry.ts';

/** An entry as a reader of one language sees it. */
export interface InLanguage<Facts, Texts> {
  readonly slug: string;
  readonly facts: Facts;
  readonly text: Texts;
  /** The language of `text`: another than the reader's where there is no translation. */
  readonly language: Locale;
  readonly isFallback: boolean;
  /** The languages the entry is written in. */
  readonly languages: readonly Locale[];
  /** The texts in the other languages, for the search. */
  readonly texts: Readonly<Partial<Record<Locale, Texts>>>;
  readonly body: BodyPlace | undefined;
  readonly digest: string;
}

/** The entry in the first language of the reader's order that it is written in; without any text, with empty texts in the reader's. */
export function inLanguage<Facts, Texts>(
  entry: Entry<Facts, Texts>,
  locale: Locale,
): InLanguage<Facts, Texts> {
  const order = readingOrder(locale).filter((language) => entry.texts[language]);
  const language = order[0] ?? locale;
  return {
    slug: entry.slug,
    facts: entry.facts,
    text: entry.texts[language] ?? ({} as Texts),
    language,
    isFallback: order.length > 0 && language !== locale,
    languages: order,
    texts: entry.texts,
    body: entry.bodies[language],
    digest: entry.digest,
  };
}

/** The language in which a reader of `locale` gets what is written in `languages`; their own where it is in none. */
export function shownTo(locale: Locale, languages: readonly Locale[]): Locale {
  return readingOrder(locale).find((language) => languages.includes(language)) ?? locale;
}
