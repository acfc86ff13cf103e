import type { APIRoute } from 'astro';
import { fileUrl } from '../i18n/urls.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(fileUrl('sitemap.xml'), site).href}\n`);
