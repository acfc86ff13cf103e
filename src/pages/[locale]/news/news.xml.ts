import type { APIRoute } from 'astro';
import { catalogueIn } from '../../../content.ts';
import { newsFeed } from '../../../exports/feeds.ts';
import type { Locale } from '../../../i18n/locales.ts';

export { inEachLanguage as getStaticPaths } from '../../../i18n/paths.ts';

export const GET: APIRoute = async ({ params, site }) => {
  const catalogue = await catalogueIn(params['locale'] as Locale);
  return new Response(newsFeed(catalogue, site), { headers: { 'Content-Type': 'application/atom+xml' } });
};
