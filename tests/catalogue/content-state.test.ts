import { expect, test } from 'vitest';
import { catalogueFor } from '../../src/catalogue/catalogue.ts';
import { contentState } from '../../src/catalogue/content-state.ts';
import { aCourse, aSession, contentOf } from '../builders.ts';

const on = (date: string) => [{ date, start: '09:00', end: '12:00' }];

const stateOf = (entries: Parameters<typeof contentOf>[0]) =>
  contentState(catalogueFor('fr', contentOf(entries), Date.parse('2027-01-15T12:00Z'), 'Europe/Luxembourg'));

test('a course without a translation is named for that language alone', () => {
  const { untranslated } = stateOf({ courses: [aCourse()] });
  expect(untranslated.get('fr')).toEqual([]);
  expect(untranslated.get('lb')).toMatchObject([{ collection: 'courses', slug: 'rgpd', language: 'fr' }]);
});

test('a course whose sessions are all over has none to come, and each of them is named', () => {
  const past = stateOf({ courses: [aCourse()], sessions: [aSession({ meetings: on('2027-01-10') })] });
  expect(past.withoutSession.map(({ slug }) => slug)).toEqual(['rgpd']);
  expect(past.over).toMatchObject([{ collection: 'sessions', slug: 'rgpd-mars' }]);
  const coming = stateOf({ courses: [aCourse()], sessions: [aSession({ meetings: on('2027-02-10') })] });
  expect([coming.withoutSession, coming.over]).toEqual([[], []]);
});
