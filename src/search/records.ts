import type { Catalogue } from '../catalogue/catalogue.ts';
import type { InLanguage } from '../catalogue/languages.ts';
import type { Locale } from '../i18n/locales.ts';
import { urlFor } from '../i18n/urls.ts';
import type { Facets, RecordType } from './facet-names.ts';
import { planRecords } from './record-plans.ts';

/** One entry as the search finds it: data alone, the same for the same catalogue. */
export interface SearchRecord {
  readonly type: RecordType;
  readonly slug: string;
  /** The address of its page, from the site's root. */
  readonly url: string;
  /** The language of title, summary and text. */
  readonly language: Locale;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  /** All words by which it is found beside these. */
  readonly keywords: readonly string[];
  /** Those of them that are other names of the entry itself. */
  readonly others: readonly string[];
  /** Those of them that its editors gave it. */
  readonly tags: readonly string[];
  readonly facets: Facets;
  /** The day of the next session, or that of a news entry; `9999-12-31` where there is none. */
  readonly date: string;
  readonly hours: number;
  /** A course’s. */
  readonly card?: CardFacts;
}

/** What the card of a course says beside its title, summary and next session. */
export interface CardFacts {
  /** The texts of its facts, in their order. */
  readonly facts: readonly string[];
  readonly topic?: string | undefined;
  /** The address of its cover. */
  readonly cover: string;
}

/** The words of an entry's body, as its readers see them. */
export type BodyWords = (entry: InLanguage<object, object>) => Promise<string>;

/** Says where a page of a language is. */
export type AddressOf = (locale: Locale, path: string) => string;

/**
 * Every course, module, path, coming session, topic, person, news entry, page and term of the glossary, in the best
 * language for the reader.
 */
export async function searchRecords(
  catalogue: Catalogue,
  wordsOf: BodyWords,
  addressOf: AddressOf = urlFor,
): Promise<SearchRecord[]> {
  const { plans, others } = planRecords(catalogue, wordsOf, addressOf);
  return [...(await Promise.all(plans.map(({ make }) => make(catalogue)))), ...others];
}
