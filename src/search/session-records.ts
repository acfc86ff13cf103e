import { venueOf } from '../catalogue/agenda.ts';
import type { Catalogue, CourseView, SessionView } from '../catalogue/catalogue.ts';
import { durationOf } from '../catalogue/hours.ts';
import { datesFor } from '../i18n/dates.ts';
import { courseFacets, dayFacets } from './facets.ts';
import type { AddressOf, SearchRecord } from './records.ts';

/** The sessions one can still go to. */
export function comingSessions({ sessions }: Catalogue): Map<string, SessionView> {
  return new Map([...sessions].filter(([, { state }]) => state !== 'over' && state !== 'cancelled'));
}

/** A session is found by its course’s title, keywords and code, and by when and where it is; it stands on its course’s page. */
export function sessionRecord(
  catalogue: Catalogue,
  session: SessionView,
  addressOf: AddressOf,
  keywordsOfCourse: (course: CourseView) => readonly string[],
): SearchRecord {
  const { locale } = catalogue;
  const course = catalogue.courses.get(session.facts.course) as CourseView;
  const venue = venueOf(catalogue, session)?.facts;
  const when = datesFor(locale).day(session.firstDay);
  const { day: _days, free: _free, place: _places, ...ofCourse } = courseFacets(catalogue, course);
  return {
    type: 'session',
    slug: session.slug,
    url: addressOf(locale, `courses/${course.slug}/#${session.slug}`),
    language: course.language,
    title: [course.text.title, when, venue?.town].filter(Boolean).join(' · '),
    summary: course.text.summary,
    text: [course.facts.code, venue?.name ?? ''].join(' '),
    keywords: keywordsOfCourse(course),
    others: [],
    tags: [],
    facets: {
      ...ofCourse,
      language: [session.facts.language],
      ...(venue?.town && { place: [venue.town] }),
      ...dayFacets([session]),
    },
    date: session.firstDay,
    hours: durationOf(course.facts.hours),
  };
}
