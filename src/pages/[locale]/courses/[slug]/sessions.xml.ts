import type { APIRoute } from 'astro';
import type { CourseView } from '../../../../catalogue/catalogue.ts';
import { catalogueIn, entryPages } from '../../../../content.ts';
import { courseFeed } from '../../../../exports/feeds.ts';
import type { Locale } from '../../../../i18n/locales.ts';

export const getStaticPaths = () => entryPages('courses');

export const GET: APIRoute = async ({ params, site }) => {
  const catalogue = await catalogueIn(params['locale'] as Locale);
  const course = catalogue.courses.get(params['slug'] ?? '') as CourseView;
  return new Response(courseFeed(catalogue, course, site), {
    headers: { 'Content-Type': 'application/atom+xml' },
  });
};
