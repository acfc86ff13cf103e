import type { APIRoute } from 'astro';
import { catalogueIn } from '../content.ts';
import { sitemap } from '../exports/sitemap.ts';
import { defaultLocale } from '../i18n/locales.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(sitemap(await catalogueIn(defaultLocale), site), {
    headers: { 'Content-Type': 'application/xml' },
  });
