import { expect, test } from 'vitest';
import { contentState, type StateFacts, type Task } from '../../src/catalogue/content-state.ts';
import { aCourse, aSession, contentOf } from '../builders.ts';

const now = Date.parse('2027-01-15T12:00Z');
const day = 86_400_000;
const on = (date: string) => [{ date, start: '09:00', end: '12:00' }];

function stateOf(entries: Parameters<typeof contentOf>[0], facts: Partial<StateFacts> = {}) {
  const given = { content: contentOf(entries), now, timeZone: 'Europe/Luxembourg' };
  const state = contentState({ ...given, changes: undefined, deadLinks: undefined, ...facts }, 'fr');
  return (task: Task) =>
    state
      .find((group) => group.task === task)
      ?.entries?.map(({ collection, slug }) => `${collection}/${slug}`);
}

test('what lacks a language is named for that language alone, also when it is not on the site', () => {
  const entries = stateOf({ courses: [aCourse({ publishOn: '2027-05-01' })] });
  expect(entries('untranslated.fr')).toEqual([]);
  expect(entries('untranslated.lb')).toEqual(['courses/rgpd', 'site/academy']);
});

test('a translation is outdated when its source changed after it, and one that is not committed is new', () => {
  const german = { de: { title: 'DSGVO', summary: 'Daten.', objectives: ['Daten'] } };
  const courses = [aCourse({}, 'rgpd', german)];
  const outdated = (changes: readonly (readonly [string, number])[]) =>
    stateOf({ courses }, { changes: new Map(changes) })('outdated.de');
  expect(
    outdated([
      ['courses/rgpd.fr.mdx', now],
      ['courses/rgpd.de.mdx', now - day],
    ]),
  ).toEqual(['courses/rgpd']);
  expect(
    outdated([
      ['courses/rgpd.fr.mdx', now],
      ['courses/rgpd.de.mdx', now],
    ]),
  ).toEqual([]);
  expect(outdated([['courses/rgpd.fr.mdx', now - day]])).toEqual([]);
  expect(stateOf({ courses })('outdated.de')).toBeUndefined();
});

test('an entry is untouched when none of its languages changed for a year', () => {
  const courses = [aCourse({}, 'rgpd', { de: { title: 'DSGVO', summary: 'Daten.', objectives: ['Daten'] } })];
  const untouched = (german: number) =>
    stateOf(
      { courses },
      {
        changes: new Map([
          ['courses/rgpd.fr.mdx', now - 400 * day],
          ['courses/rgpd.de.mdx', german],
        ]),
      },
    )('untouched');
  expect(untouched(now - 366 * day)).toEqual(['courses/rgpd']);
  expect(untouched(now - 3 * day)).toEqual([]);
});

test('a picture that one language does not describe is named', () => {
  const image = { image: '/media/a.png', imageAlt: 'Un cadenas' };
  const german = { title: 'DSGVO', summary: 'Daten.', objectives: ['Daten'] };
  expect(stateOf({ courses: [aCourse(image, 'rgpd', { de: german })] })('without-alt')).toEqual([
    'courses/rgpd',
  ]);
  const described = aCourse(image, 'rgpd', { de: { ...german, imageAlt: 'Ein Schloss' } });
  expect(stateOf({ courses: [described] })('without-alt')).toEqual([]);
});

test('an address without an answer is shown with each entry that names it, and nothing where nobody asked', () => {
  const deadLinks = [{ address: 'https://a.lu/', files: ['courses/rgpd.fr.mdx', 'courses/rgpd-2.fr.mdx'] }];
  expect(stateOf({ courses: [aCourse()] }, { deadLinks })('dead-links')).toEqual(['courses/rgpd']);
  expect(stateOf({ courses: [aCourse()] })('dead-links')).toBeUndefined();
});

test('a course whose sessions are all over has none to come, and each of them is named', () => {
  const past = stateOf({ courses: [aCourse()], sessions: [aSession({ meetings: on('2027-01-10') })] });
  expect([past('without-session'), past('over')]).toEqual([['courses/rgpd'], ['sessions/rgpd-mars']]);
  const coming = stateOf({ courses: [aCourse()], sessions: [aSession({ meetings: on('2027-02-10') })] });
  expect([coming('without-session'), coming('over')]).toEqual([[], []]);
});
