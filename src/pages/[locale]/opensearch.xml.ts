import type { APIRoute } from 'astro';
import { academyOf } from '../../catalogue/academy.ts';
import { catalogueIn } from '../../content.ts';
import type { Locale } from '../../i18n/locales.ts';
import { inEachLanguage } from '../../i18n/paths.ts';
import { fileUrl, urlFor } from '../../i18n/urls.ts';
import { openSearchDescription } from '../../search/opensearch.ts';

export const getStaticPaths = inEachLanguage;

export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale }, site }) => {
  const { name } = academyOf(await catalogueIn(locale));
  const absolute = (address: string) => new URL(address, site).href;
  const description = openSearchDescription({
    locale,
    name,
    search: `${absolute(urlFor(locale, 'courses/'))}?q={searchTerms}`,
    icon: absolute(fileUrl('favicon.png')),
  });
  return new Response(description, {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};
