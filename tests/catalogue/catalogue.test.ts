import { expect, test } from 'vitest';
import { nextSession, nextSessions, sessionsOf } from '../../src/catalogue/agenda.ts';
import { type Catalogue, catalogueFor, withParents } from '../../src/catalogue/catalogue.ts';
import { movedPages } from '../../src/catalogue/moved.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import {
  aCourse,
  aCourseWithoutFrench,
  aNews,
  aPath,
  aPerson,
  aSession,
  aTopic,
  contentOf,
  courseTexts,
} from '../builders.ts';

type Entries = Parameters<typeof contentOf>[0];

function catalogue(entries: Entries, { locale = 'fr' as Locale, at = '2027-01-15T12:00Z' } = {}): Catalogue {
  return catalogueFor(locale, contentOf(entries), Date.parse(at), 'Europe/Luxembourg');
}

const on = (date: string) => [{ date, start: '09:00', end: '12:00' }];

test('a course without a translation is shown in French and marked', () => {
  const { courses } = catalogue({ courses: [aCourse()] }, { locale: 'de' });
  expect(courses.get('rgpd')).toMatchObject({
    language: 'fr',
    isFallback: true,
    text: { title: 'Le RGPD au quotidien' },
  });
});

test('a course with a translation is shown in it and not marked', () => {
  const courses = [aCourse({}, 'rgpd', { de: courseTexts('Datenschutz im Alltag') })];
  const found = catalogue({ courses }, { locale: 'de' }).courses.get('rgpd');
  expect(found).toMatchObject({
    language: 'de',
    isFallback: false,
    text: { title: 'Datenschutz im Alltag' },
  });
});

test('a course that is only written in German is shown in German to everyone else', () => {
  const courses = [aCourseWithoutFrench({ de: courseTexts('Datenschutz') })];
  for (const locale of ['fr', 'lb', 'en'] as const)
    expect(catalogue({ courses }, { locale }).courses.get('rgpd')).toMatchObject({
      language: 'de',
      isFallback: true,
    });
});

test('a course is in the catalogue from the day it is published until the day it is taken off', () => {
  const courses = [aCourse({ publishOn: '2027-01-10', unpublishOn: '2027-01-20' })];
  const seen = (at: string) => catalogue({ courses }, { at }).courses.has('rgpd');
  expect(seen('2027-01-09T22:59Z')).toBe(false);
  expect(seen('2027-01-09T23:00Z')).toBe(true);
  expect(seen('2027-01-19T22:59Z')).toBe(true);
  expect(seen('2027-01-19T23:00Z')).toBe(false);
});

test('an archived course keeps its page but leaves the catalogue, with its sessions', () => {
  const found = catalogue({
    courses: [aCourse({ archived: true })],
    sessions: [aSession({ venue: undefined, form: 'online' })],
  });
  expect(found.courses.size).toBe(0);
  expect(found.archivedCourses.has('rgpd')).toBe(true);
  expect(found.sessions.size).toBe(0);
});

test('courses are sorted as the reader’s language sorts', () => {
  const titles = ['Zone', 'Élan', 'Eau', 'école'];
  const courses = titles.map((title, index) => aCourse({ title, code: `CODE-${index}` }, `c-${index}`));
  const sorted = [...catalogue({ courses }).courses.values()].map(({ text }) => text.title);
  expect(sorted).toEqual(['Eau', 'école', 'Élan', 'Zone']);
});

test('news of tomorrow are not shown today; the newest come first', () => {
  const news = [
    aNews({ date: '2027-01-16' }, 'demain'),
    aNews({}, 'ancienne'),
    aNews({ date: '2027-01-15' }, 'aujourdhui'),
  ];
  expect([...catalogue({ news }).news.keys()]).toEqual(['aujourdhui', 'ancienne']);
});

test('someone who has not agreed is nowhere; the others stand by family name', () => {
  const people = [
    aPerson({ name: 'Tom Weber' }, 'tom'),
    aPerson({ name: 'Patrick da Silva' }, 'patrick'),
    aPerson({ name: 'Zoé Adam' }, 'zoe'),
    aPerson({ agreedToBePublished: false }, 'secret'),
  ];
  expect([...catalogue({ people }).people.keys()]).toEqual(['zoe', 'patrick', 'tom']);
});

test('a topic counts the courses of its sub-topics as its own', () => {
  const topics = [aTopic({}, 'privacy'), aTopic({ title: 'Bases', parent: 'privacy' }, 'basics')];
  const { links, topics: found } = catalogue({ topics, courses: [aCourse({ topics: ['basics'] })] });
  expect(links.coursesOfTopic.get('privacy')).toEqual(['rgpd']);
  expect(links.subTopics.get('privacy')).toEqual(['basics']);
  expect(withParents(['basics', 'privacy'], found)).toEqual(['privacy', 'basics']);
});

test('a course knows the paths and sessions that name it', () => {
  const steps = [{ course: 'rgpd' }, { course: 'rgpd' }];
  const { links } = catalogue({ courses: [aCourse()], paths: [aPath({ steps })], sessions: [aSession()] });
  expect(links.pathsOfCourse.get('rgpd')).toEqual(['parcours']);
  expect(links.sessionsOfCourse.get('rgpd')).toEqual(['rgpd-mars']);
});

test('the agenda lists what is not over by month; what runs since last month stands in this one', () => {
  const running = [...on('2026-12-20'), ...on('2027-01-20')];
  const sessions = [
    aSession({ meetings: on('2026-12-01') }, 'over'),
    aSession({ meetings: running }, 'running'),
    aSession({ meetings: on('2027-03-28') }, 'march'),
    aSession({ meetings: on('2027-01-29') }, 'january'),
  ];
  const { months, links } = catalogue({ courses: [aCourse()], sessions });
  expect(months.map(({ month }) => [month, links.sessionsOfMonth.get(month)])).toEqual([
    ['2027-01', ['running', 'january']],
    ['2027-03', ['march']],
  ]);
});

test('the next session is the first that can still be attended: not a cancelled, running or past one', () => {
  const sessions = [
    aSession({ meetings: on('2026-12-01') }, 'over'),
    aSession({ meetings: on('2027-02-01'), cancelled: true, reason: 'Malade' }, 'cancelled'),
    aSession({ meetings: on('2027-02-02'), availability: 'full' }, 'full'),
    aSession({ meetings: on('2027-02-03') }, 'open'),
  ];
  const found = catalogue({ courses: [aCourse()], sessions });
  expect(nextSession(found, 'rgpd')?.slug).toBe('full');
  expect(nextSessions(found, 5).map(({ slug }) => slug)).toEqual(['open']);
  expect(sessionsOf(found, 'rgpd').over.map(({ slug }) => slug)).toEqual(['over']);
});

test('a course without a coming session has no next one', () => {
  expect(nextSession(catalogue({ courses: [aCourse()] }), 'rgpd')).toBeUndefined();
});

test('related courses share a topic, those of the same level first, never the course itself', () => {
  const courses = [
    aCourse({}, 'rgpd'),
    aCourse({ code: 'CODE-2', title: 'A', level: 'expert', audiences: ['trainers'] }, 'expert'),
    aCourse({ code: 'CODE-3', title: 'B' }, 'near'),
    aCourse({ code: 'CODE-4', topics: ['cloud'] }, 'elsewhere'),
  ];
  const found = catalogue({ courses, topics: [aTopic(), aTopic({}, 'cloud')] });
  expect(found.links.nearCourses.get('rgpd')).toEqual(['near', 'expert']);
});

test('the courses that follow a course are not among those related to it', () => {
  const courses = [
    aCourse({ nextCourses: ['next'] }, 'rgpd'),
    aCourse({ code: 'CODE-2', title: 'A' }, 'next'),
    aCourse({ code: 'CODE-3', title: 'B' }, 'near'),
  ];
  const { links } = catalogue({ courses, topics: [aTopic()] });
  expect(links.nearCourses.get('rgpd')).toEqual(['near']);
});

test('in a large topic every course is named by another one', () => {
  const courses = Array.from({ length: 200 }, (_, n) =>
    aCourse({ title: `Cours ${String(n).padStart(3, '0')}`, code: `CODE-${n}` }, `c-${n}`),
  );
  const { links } = catalogue({ courses, topics: [aTopic()] });
  expect(new Set([...links.nearCourses.values()].flat()).size).toBe(200);
});

test('related news share a topic first, then come the newest', () => {
  const news = [
    aNews({ date: '2026-01-01', topics: ['privacy'] }, 'old-but-near'),
    aNews({ date: '2026-12-01' }, 'new'),
    aNews({ topics: ['privacy'] }, 'this'),
  ];
  expect(catalogue({ news }).links.nearNews.get('this')).toEqual(['old-but-near', 'new']);
});

test('a former address leads to the page in the language it names, else in French', () => {
  const courses = [
    aCourse({ formerAddresses: ['/de/kurse/dsgvo/', '/formation-12'] }, 'rgpd', { de: courseTexts('DSGVO') }),
  ];
  const catalogues = new Map(
    (['fr', 'de'] as const).map((locale) => [locale, catalogue({ courses }, { locale })]),
  );
  expect(movedPages(catalogues)).toMatchObject([
    { from: 'de/kurse/dsgvo', locale: 'de', path: 'courses/rgpd/', title: 'DSGVO' },
    { from: 'formation-12', locale: 'fr', path: 'courses/rgpd/', title: 'Le RGPD au quotidien' },
  ]);
});

test('lists show people team by team, by their family names', () => {
  const people = [
    aPerson({ name: 'Zoé Adam', teams: ['it-adviser', 'trainer'] }, 'a'),
    aPerson({ name: 'Ben Zimmer', teams: ['trainer'] }, 'b'),
    aPerson({ name: 'Cara Bach', teams: ['pedagogue'] }, 'c'),
    aPerson({ name: 'Dan Hoffmann', teams: ['trainer'] }, 'd'),
  ];
  const { links } = catalogue({ people });
  expect(links.all.get('people')).toEqual(['d', 'b', 'c', 'a']);
});
