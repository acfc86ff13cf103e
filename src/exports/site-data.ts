import type { Organization, WebSite, WithContext } from 'schema-dts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { urlFor } from '../i18n/urls.ts';

/** The academy and its search as schema.org describes them, for the home page. */
export function homeData(
  { locale, site }: Catalogue,
  origin: URL | undefined,
): [WithContext<Organization>, WithContext<WebSite>] {
  const home = new URL(urlFor(locale, ''), origin).href;
  const { facts, text } = site;
  const address = {
    '@type': 'PostalAddress' as const,
    streetAddress: facts.street,
    postalCode: facts.postalCode,
    addressLocality: facts.town,
    addressCountry: 'LU',
  };
  const search = {
    '@type': 'SearchAction',
    target: `${home}courses/?q={search_term_string}`,
    'query-input': 'required name=search_term_string',
  };
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'Organization',
      name: text.institute,
      url: home,
      email: facts.email,
      address,
    },
    {
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name: text.name,
      url: home,
      inLanguage: locale,
      potentialAction: search as unknown as WebSite['potentialAction'] & object,
    } as WithContext<WebSite>,
  ];
}
