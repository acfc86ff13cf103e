import type { Catalogue } from '../catalogue/catalogue.ts';
import { locales } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';
import { never } from './query/listing.ts';
import type { AddressOf, SearchRecord } from './records.ts';
import type { Synonyms } from './synonyms.ts';

/** The pages that the build makes of the catalogue, by the beginning of their words. */
const pages = {
  sessions: 'sessions/',
  modules: 'modules/',
  paths: 'paths/',
  topics: 'topics/',
  people: 'people/',
  news: 'news/',
  glossary: 'glossary/',
  'my-learning': 'my-learning/',
  'site-map': 'site-map/',
} as const;

/** What those pages are called among the words. */
export const listPageNames = Object.keys(pages) as (keyof typeof pages)[];

/** The pages that no entry stands for: calendar, lists, glossary, site map, one’s own learning. */
export function pageRecords({ locale }: Catalogue, addressOf: AddressOf, synonyms: Synonyms): SearchRecord[] {
  const { t } = stringsFor(locale);
  return listPageNames.map((name) => {
    const title = t(`${name}.title`);
    const inOthers = locales.map((other) => stringsFor(other).t(`${name}.title`));
    const others = [...new Set([...inOthers, ...synonyms(inOthers)])].filter((other) => other !== title);
    return {
      type: 'page',
      slug: name,
      url: addressOf(locale, pages[name]),
      language: locale,
      title,
      summary: t(`${name}.lead`),
      text: '',
      keywords: others,
      others,
      tags: [],
      facets: {},
      date: never,
      hours: 0,
    };
  });
}

/** The terms of the glossary, each by its place on that page. */
export function termRecords(
  { locale, glossary }: Catalogue,
  addressOf: AddressOf,
  synonyms: Synonyms,
): SearchRecord[] {
  return [...glossary.values()].map(({ slug, text, texts, language }) => {
    const all = Object.values(texts).flatMap(({ term, abbreviation }) => [term, abbreviation ?? '']);
    const names = [...all, ...synonyms(all)].filter((name) => name !== undefined && name !== '');
    const others = [...new Set(names as string[])].filter((name) => name !== text.term);
    return {
      type: 'term',
      slug,
      url: addressOf(locale, `glossary/#${slug}`),
      language,
      title: text.abbreviation ? `${text.term} (${text.abbreviation})` : text.term,
      summary: text.definition,
      text: '',
      keywords: others,
      others,
      tags: [],
      facets: {},
      date: never,
      hours: 0,
    };
  });
}
