import type { Course, CourseInstance, WithContext } from 'schema-dts';
import { sessionsOf, venueOf } from '../catalogue/agenda.ts';
import { type Catalogue, type CourseView, pick, type SessionView } from '../catalogue/catalogue.ts';
import { offsetAt } from '../catalogue/clock.ts';
import { durationOf } from '../catalogue/hours.ts';
import { wordOf } from '../catalogue/words.ts';
import { stringsFor } from '../i18n/strings.ts';
import { urlFor } from '../i18n/urls.ts';

/** schema.org (JSON-LD) as search engines read it: https://schema.org/Course, https://schema.org/CourseInstance */

const courseModes = {
  'in-person': 'onsite',
  'virtual-class': 'online',
  blended: 'blended',
  'e-learning': 'online',
} as const;
const sessionModes = { 'in-person': 'onsite', online: 'online', both: 'blended' } as const;
const attendance = {
  'in-person': 'https://schema.org/OfflineEventAttendanceMode',
  online: 'https://schema.org/OnlineEventAttendanceMode',
  both: 'https://schema.org/MixedEventAttendanceMode',
} as const;

/** A duration in hours as ISO 8601 writes it: PT6H30M. */
export function isoDuration(hours: number): string {
  const minutes = Math.round((hours % 1) * 60);
  return `PT${Math.floor(hours)}H${minutes > 0 ? `${minutes}M` : ''}`;
}

/** The course and its coming sessions; addresses are absolute on `origin`. */
export function courseData(
  catalogue: Catalogue,
  course: CourseView,
  origin: URL | undefined,
): WithContext<Course>[] {
  const { locale, site, topics, courses } = catalogue;
  const { facts, text } = course;
  const strings = stringsFor(locale);
  const address = (path: string) => new URL(urlFor(locale, path), origin).href;
  const coming = sessionsOf(catalogue, course.slug).coming;
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'Course',
      '@id': address(`courses/${course.slug}/`),
      url: address(`courses/${course.slug}/`),
      name: text.title,
      description: text.summary,
      courseCode: facts.code,
      inLanguage: course.language,
      availableLanguage: facts.languages,
      educationalLevel: wordOf(strings, 'level', facts.level),
      teaches: text.objectives,
      about: pick(topics, facts.topics).map(({ text: topic }) => topic.title),
      ...(text.keywords && { keywords: text.keywords.join(', ') }),
      coursePrerequisites: [
        ...(text.prerequisites ? [text.prerequisites] : []),
        ...pick(courses, facts.requiredCourses).map(({ slug }) => address(`courses/${slug}/`)),
      ],
      timeRequired: isoDuration(durationOf(facts.hours)),
      isAccessibleForFree: true,
      provider: { '@type': 'Organization', name: site.text.institute, url: address('') },
      offers: {
        '@type': 'Offer',
        category: 'Free',
        price: 0,
        priceCurrency: 'EUR',
        url: facts.enrolment ?? site.facts.enrolmentPortal,
      },
      hasCourseInstance:
        coming.length > 0
          ? coming.map((session) => instanceData(catalogue, course, session))
          : [
              {
                '@type': 'CourseInstance',
                courseMode: courseModes[facts.modality],
                courseWorkload: isoDuration(durationOf(facts.hours)),
              },
            ],
    },
  ];
}

function instanceData(catalogue: Catalogue, course: CourseView, session: SessionView): CourseInstance {
  const { facts, start, end, timeZone } = session;
  const venue = venueOf(catalogue, session);
  const enrolment = facts.enrolment ?? course.facts.enrolment ?? catalogue.site.facts.enrolmentPortal;
  const place = venue && {
    '@type': 'Place' as const,
    name: venue.facts.name,
    address: {
      '@type': 'PostalAddress' as const,
      streetAddress: venue.facts.street,
      postalCode: venue.facts.postalCode,
      addressLocality: venue.facts.town,
      addressCountry: 'LU',
    },
  };
  const room = facts.onlineRoom ?? course.facts.onlineRoom;
  const online =
    facts.form !== 'in-person' && room ? { '@type': 'VirtualLocation' as const, url: room } : undefined;
  const locations = [place, online].filter((location) => location !== undefined);
  return {
    '@type': 'CourseInstance',
    name: course.text.title,
    courseMode: sessionModes[facts.form],
    courseWorkload: isoDuration(durationOf(course.facts.hours)),
    startDate: withOffset(start, timeZone),
    endDate: withOffset(end, timeZone),
    inLanguage: facts.language,
    eventStatus: facts.cancelled ? 'https://schema.org/EventCancelled' : 'https://schema.org/EventScheduled',
    eventAttendanceMode: attendance[facts.form],
    ...(locations.length > 0 && { location: locations }),
    ...(facts.seats && { maximumAttendeeCapacity: facts.seats }),
    organizer: { '@type': 'Organization', name: catalogue.site.text.institute },
    offers: {
      '@type': 'Offer',
      url: enrolment,
      price: 0,
      priceCurrency: 'EUR',
      availability: `https://schema.org/${facts.availability === 'open' ? 'InStock' : 'SoldOut'}`,
      ...(facts.enrolmentOpens && { validFrom: facts.enrolmentOpens }),
    },
  };
}

/** An instant as ISO 8601 with the offset that holds in `timeZone`: 2027-03-26T09:00:00+01:00. */
export function withOffset(instant: number, timeZone: string): string {
  const offset = offsetAt(instant, timeZone);
  const local = new Date(instant + offset).toISOString().slice(0, 19);
  const minutes = Math.round(offset / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0');
  return `${local}${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}
