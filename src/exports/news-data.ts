import type { NewsArticle, WithContext } from 'schema-dts';
import type { Catalogue, NewsView } from '../catalogue/catalogue.ts';
import { urlFor } from '../i18n/urls.ts';

/** A news entry as https://schema.org/NewsArticle. */
export function newsData(
  { locale, site }: Catalogue,
  { slug, facts, text, language }: NewsView,
  origin: URL | undefined,
): [WithContext<NewsArticle>] {
  const url = new URL(urlFor(locale, `news/${slug}/`), origin).href;
  const publisher = { '@type': 'Organization' as const, name: site.text.institute };
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      url,
      headline: text.title,
      description: text.summary,
      datePublished: facts.date,
      inLanguage: language,
      author: publisher,
      publisher,
    },
  ];
}
