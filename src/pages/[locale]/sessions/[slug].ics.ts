import type { APIRoute } from 'astro';
import type { SessionView } from '../../../catalogue/catalogue.ts';
import { catalogueIn, entryPages } from '../../../content.ts';
import { sessionCalendar } from '../../../exports/icalendar.ts';
import type { Locale } from '../../../i18n/locales.ts';

export const getStaticPaths = () => entryPages('sessions');

export const GET: APIRoute = async ({ params, site }) => {
  const catalogue = await catalogueIn(params['locale'] as Locale);
  const session = catalogue.sessions.get(params['slug'] ?? '') as SessionView;
  return new Response(sessionCalendar(catalogue, session, site), {
    headers: { 'Content-Type': 'text/calendar' },
  });
};
