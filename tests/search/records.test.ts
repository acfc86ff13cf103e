import { expect, test } from 'vitest';
import { catalogueFor } from '../../src/catalogue/catalogue.ts';
import { amountsOf } from '../../src/search/amounts.ts';
import { recordTypes } from '../../src/search/facet-names.ts';
import { searchRecords } from '../../src/search/records.ts';
import { aCourse, aPerson, aSession, aTopic, aVenue, contentOf, courseTexts } from '../builders.ts';

const content = contentOf({
  courses: [aCourse({ keywords: ['GDPR'] }, 'rgpd', { de: courseTexts('Datenschutz im Alltag') })],
  sessions: [aSession()],
  venues: [aVenue()],
  topics: [aTopic({}, 'privacy')],
  people: [aPerson()],
});
const now = Date.parse('2026-11-23T12:00:00Z');
const recordsIn = (locale: 'fr' | 'lb') =>
  searchRecords(catalogueFor(locale, content, now, 'Europe/Luxembourg'), async () => 'Programme du matin');

test('a course is found by its titles in other languages, its topics, its keywords and its code', async () => {
  const [course] = await recordsIn('fr');
  expect(course?.keywords).toEqual(
    expect.arrayContaining(['Datenschutz im Alltag', 'GDPR', 'Vie privée', 'RGPD-1', 'RGPD1']),
  );
});

test('a course that is not translated is found in the language it has', async () => {
  const [course] = await recordsIn('lb');
  expect(course).toMatchObject({ language: 'fr', url: '/lb/courses/rgpd/' });
});

test('the towns of coming sessions are places, and the next session is its date', async () => {
  const [course] = await recordsIn('fr');
  expect(course).toMatchObject({ date: '2027-03-15', facets: { place: ['Esch'], duration: ['day'] } });
});

test('topics and people are found beside courses', async () => {
  const entries = (await recordsIn('fr')).filter(({ type }) => type !== 'page');
  expect(entries.map(({ type, title }) => `${type} ${title}`)).toEqual([
    'course Le RGPD au quotidien',
    'session Le RGPD au quotidien · 15\u00a0mars 2027 · Esch',
    'topic Vie privée',
    'person Anne Muller',
  ]);
});

test('the same catalogue gives the same records', async () => {
  expect(await recordsIn('fr')).toEqual(await recordsIn('fr'));
});

test('a coming session is found by its day and town, and stands on its course’s page', async () => {
  const session = (await recordsIn('fr')).find(({ type }) => type === 'session');
  expect(session?.url).toMatch(/^\/fr\/courses\/rgpd\/#/);
  expect(session).toMatchObject({ date: '2027-03-15', facets: { place: ['Esch'], day: ['2027-03-15'] } });
});

test('a session has the facets and keywords of its course, and its own language, days and place', async () => {
  const records = await recordsIn('fr');
  const [course, session] = ['course', 'session'].map((type) => records.find((one) => one.type === type));
  expect(session?.keywords).toEqual(course?.keywords);
  const { modality, duration, topic, level } = course?.facets ?? {};
  expect(session?.facets).toMatchObject({ modality, duration, topic, level });
});

test('the pages that the build makes are found by their names in every language', async () => {
  const pages = (await recordsIn('fr')).filter(({ type }) => type === 'page');
  expect(pages.map(({ url }) => url)).toEqual(
    expect.arrayContaining([
      '/fr/glossary/',
      '/fr/sessions/',
      '/fr/site-map/',
      '/fr/my-learning/',
      '/fr/paths/',
    ]),
  );
  expect(pages.find(({ slug }) => slug === 'glossary')?.others).toContain('Glossary');
});

test('each type has as many entries in the filter as the search finds', async () => {
  const catalogue = catalogueFor('fr', content, now, 'Europe/Luxembourg');
  const records = await recordsIn('fr');
  const found = Object.fromEntries(
    recordTypes.map((type) => [type, records.filter((one) => one.type === type).length]),
  );
  expect(amountsOf(catalogue)).toEqual(found);
});
