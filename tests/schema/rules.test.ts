import { expect, test } from 'vitest';
import { criteria } from '../../src/schema/audit.ts';
import type { CollectionName } from '../../src/schema/collections.ts';
import { fieldName } from '../../src/schema/mistakes.ts';
import { rules } from '../../src/schema/rules.ts';

function broken(collection: CollectionName, value: Record<string, unknown>): string[] {
  return (rules[collection] ?? [])
    .flatMap((rule) => rule(value))
    .map(({ path, key }) => `${fieldName(path)} ${key}`);
}

const session = {
  meetings: [
    { date: '2027-03-15', start: '09:00', end: '12:00' },
    { date: '2027-03-15', start: '13:00', end: '16:00' },
  ],
  form: 'in-person',
  venue: 'belval',
  enrolmentOpens: '2027-01-01T00:00',
  enrolmentCloses: '2027-03-01T12:00',
};

test('a session with meetings in order, a place and a reason to be cancelled is right', () => {
  expect(broken('sessions', { ...session, cancelled: true, reason: 'Malade' })).toEqual([]);
});

test('a meeting ends after it starts', () => {
  const meetings = [{ date: '2027-03-15', start: '12:00', end: '09:00' }];
  expect(broken('sessions', { ...session, meetings })).toEqual(['meetings.1.end mistakes.timeAfter']);
});

test('a meeting begins when the one before is over', () => {
  const meetings = [session.meetings[0], { date: '2027-03-15', start: '11:00', end: '16:00' }];
  expect(broken('sessions', { ...session, meetings })).toEqual(['meetings.2.date mistakes.meetingsOverlap']);
  expect(broken('sessions', { ...session, meetings: session.meetings.toReversed() })).toHaveLength(1);
});

test('enrolment closes after it opens', () => {
  const value = { ...session, enrolmentCloses: session.enrolmentOpens };
  expect(broken('sessions', value)).toEqual(['enrolmentCloses mistakes.dateAfter']);
});

test('enrolment closes before the first meeting ends', () => {
  expect(broken('sessions', { ...session, enrolmentCloses: '2027-03-15T12:00' })).toEqual([]);
  expect(broken('sessions', { ...session, enrolmentCloses: '2027-03-15T12:01' })).toEqual([
    'enrolmentCloses mistakes.closesBeforeEnd',
  ]);
});

test('a cancelled session or exchange says why', () => {
  for (const name of ['sessions', 'exchanges'] as const)
    expect(broken(name, { ...session, cancelled: true })).toEqual(['reason mistakes.cancelReason']);
});

test('a session in person has a place, one online need not', () => {
  for (const form of ['in-person', 'both'])
    expect(broken('sessions', { ...session, venue: undefined, form })).toEqual([
      'venue mistakes.venueNeeded',
    ]);
  expect(broken('sessions', { ...session, venue: undefined, form: 'online' })).toEqual([]);
});

test('a course takes some time', () => {
  expect(broken('courses', { hours: { inClass: 0, live: 0 } })).toEqual(['hours mistakes.someHours']);
  expect(broken('courses', { hours: { selfStudy: 0.5 } })).toEqual([]);
});

test('a course is taken off after it was published', () => {
  const value = { hours: { live: 1 }, publishOn: '2027-01-02', unpublishOn: '2027-01-02' };
  expect(broken('courses', value)).toEqual(['unpublishOn mistakes.dateAfter']);
});

test('a picture has a text for those who cannot see it', () => {
  expect(broken('news', { image: '/media/a.jpg' })).toEqual(['imageAlt mistakes.alt']);
  expect(broken('people', { photo: '/media/a.jpg', photoAlt: 'Portrait' })).toEqual([]);
});

test('a step of a path leads to one course or one module', () => {
  const steps = [{ course: 'rgpd' }, { course: 'rgpd', module: 'mail' }, { required: true }];
  const found = broken('paths', { steps });
  expect(found.map((mistake) => mistake.split(' ')[0])).toEqual(['steps.2', 'steps.3']);
});

test('a path gives a reason for each of its steps, or none', () => {
  const steps = [{ course: 'rgpd' }, { module: 'mail' }];
  expect(broken('paths', { steps, reasons: ['Un'] })).toEqual(['reasons mistakes.reasons']);
  expect(broken('paths', { steps, reasons: ['Un', 'Deux'] })).toEqual([]);
  expect(broken('paths', { steps })).toEqual([]);
});

test('a group of synonyms names each term once', () => {
  const group = { title: 'RGPD', terms: ['GDPR', 'rgpd', 'DSGVO', 'gdpr'] };
  expect(broken('synonyms', group)).toEqual([
    'terms.2 mistakes.repeatedTerm',
    'terms.4 mistakes.repeatedTerm',
  ]);
  expect(broken('synonyms', { ...group, terms: ['GDPR', 'DSGVO'] })).toEqual([]);
});

test('an audit judges each criterion once and says what each judgement rests on', () => {
  const results = criteria.map((criterion) => ({ criterion, verdict: 'met', checkedBy: 'machine' }));
  expect(broken('audits', { results })).toEqual([]);
  expect(broken('audits', { results: results.slice(1) })).toEqual(['results mistakes.criterionMissing']);
  expect(broken('audits', { results: [...results, results[0]] })).toEqual([
    'results.137 mistakes.criterionTwice',
  ]);
  expect(
    broken('audits', { results: results.with(0, { criterion: '1.1', verdict: 'not-met' } as never) }),
  ).toEqual(['results.1.checkedBy mistakes.verdictGround']);
});
