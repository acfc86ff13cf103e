import { expect, test } from 'vitest';
import { catalogueFor } from '../../src/catalogue/catalogue.ts';
import { courseData, isoDuration, withOffset } from '../../src/exports/structured-data.ts';
import { aCourse, aSession, aTopic, aVenue, contentOf } from '../builders.ts';

type Json = Record<string, unknown>;

function dataOf(session?: Json, course: Json = {}): Json & { hasCourseInstance: Json[] } {
  const content = contentOf({
    courses: [aCourse(course)],
    sessions: session ? [aSession(session)] : [],
    topics: [aTopic()],
    venues: [aVenue()],
  });
  const catalogue = catalogueFor('fr', content, Date.parse('2027-01-15T12:00Z'), 'Europe/Luxembourg');
  const found = catalogue.courses.get('rgpd');
  if (!found) throw new Error('The catalogue has lost the course.');
  const [data] = courseData(catalogue, found, new URL('https://academie.example'));
  return data as unknown as Json & { hasCourseInstance: Json[] };
}

test('a course says what search engines ask of one', () => {
  expect(dataOf()).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Course',
    url: 'https://academie.example/fr/courses/rgpd/',
    name: 'Le RGPD au quotidien',
    courseCode: 'RGPD-1',
    inLanguage: 'fr',
    timeRequired: 'PT6H',
    isAccessibleForFree: true,
    provider: { '@type': 'Organization', name: 'Institut' },
    offers: { url: 'https://enrol.academy.example/' },
    about: ['Vie privée'],
  });
});

test('a course without sessions still says how it is given and how long it takes', () => {
  expect(dataOf(undefined, { modality: 'e-learning' }).hasCourseInstance).toEqual([
    { '@type': 'CourseInstance', courseMode: 'online', courseWorkload: 'PT6H' },
  ]);
});

test('a session carries its times with the offset of the day, also in summer time', () => {
  const meetings = [
    { date: '2027-03-26', start: '09:00', end: '12:00' },
    { date: '2027-03-29', start: '09:00', end: '12:00' },
  ];
  expect(dataOf({ meetings }).hasCourseInstance).toMatchObject([
    { startDate: '2027-03-26T09:00:00+01:00', endDate: '2027-03-29T12:00:00+02:00' },
  ]);
});

test('a session in a room names the place, one in both the place and the address', () => {
  const onlineRoom = 'https://room.academy.example/1';
  expect(dataOf({}).hasCourseInstance[0]?.['location']).toMatchObject([
    { '@type': 'Place', name: 'Centre de Belval' },
  ]);
  expect(dataOf({ form: 'both', onlineRoom }).hasCourseInstance[0]).toMatchObject({
    courseMode: 'blended',
    location: [{ '@type': 'Place' }, { '@type': 'VirtualLocation', url: onlineRoom }],
  });
});

test('a cancelled or full session says so', () => {
  expect(dataOf({ cancelled: true, reason: 'Malade' }).hasCourseInstance[0]).toMatchObject({
    eventStatus: 'https://schema.org/EventCancelled',
  });
  expect(dataOf({ availability: 'full' }).hasCourseInstance[0]).toMatchObject({
    offers: { availability: 'https://schema.org/SoldOut' },
  });
});

test('durations are written as ISO 8601 writes them', () => {
  expect([6, 1.5, 0.25, 120].map(isoDuration)).toEqual(['PT6H', 'PT1H30M', 'PT0H15M', 'PT120H']);
});

test('offsets are right west of Greenwich and by half hours too', () => {
  const noon = Date.parse('2027-01-15T12:00:00Z');
  expect(withOffset(noon, 'America/New_York')).toBe('2027-01-15T07:00:00-05:00');
  expect(withOffset(noon, 'America/St_Johns')).toBe('2027-01-15T08:30:00-03:30');
  expect(withOffset(noon, 'Asia/Kolkata')).toBe('2027-01-15T17:30:00+05:30');
});
