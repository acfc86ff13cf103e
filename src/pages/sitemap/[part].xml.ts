import type { APIRoute } from 'astro';
import { catalogueIn } from '../../content.ts';
import { sitemapPart, sitemapParts } from '../../exports/sitemap.ts';
import { defaultLocale } from '../../i18n/locales.ts';

/** Only where the addresses are too many for one file. */
export async function getStaticPaths() {
  const parts = sitemapParts(await catalogueIn(defaultLocale));
  return parts === 1 ? [] : Array.from({ length: parts }, (_, at) => ({ params: { part: String(at + 1) } }));
}

export const GET: APIRoute = async ({ params, site }) =>
  new Response(sitemapPart(await catalogueIn(defaultLocale), site, Number(params['part'])), {
    headers: { 'Content-Type': 'application/xml' },
  });
