import { expect, test } from 'vitest';
import { occasionOf } from '../../src/catalogue/occasions.ts';
import { actionOf, isComing, sessionStates, stateOf } from '../../src/catalogue/session-state.ts';

const minute = 60_000;
const facts = {
  meetings: [
    { date: '2027-03-26', start: '09:00', end: '12:00' },
    { date: '2027-03-29', start: '09:00', end: '12:00' },
  ],
  enrolmentOpens: '2027-01-04T08:00',
  enrolmentCloses: '2027-03-19T12:00',
  availability: 'open' as const,
};

function stateAt(moment: string, changes: object = {}, zone = 'Europe/Luxembourg') {
  return occasionOf({ ...facts, ...changes }, Date.parse(moment), zone).state;
}

test('enrolment opens at the minute that is written', () => {
  expect(stateAt('2027-01-04T06:59:59Z')).toBe('upcoming');
  expect(stateAt('2027-01-04T07:00:00Z')).toBe('open');
});

test('enrolment closes soon within the week before its end, and closes at that minute', () => {
  expect(stateAt('2027-03-12T10:59:59Z')).toBe('open');
  expect(stateAt('2027-03-12T11:00:00Z')).toBe('closing-soon');
  expect(stateAt('2027-03-19T10:59:59Z')).toBe('closing-soon');
  expect(stateAt('2027-03-19T11:00:00Z')).toBe('closed');
});

test('a session runs from its first meeting to the end of its last, across the clock change of spring', () => {
  expect(stateAt('2027-03-26T07:59:59Z')).toBe('closed');
  expect(stateAt('2027-03-26T08:00:00Z')).toBe('running');
  expect(stateAt('2027-03-27T12:00:00Z')).toBe('running');
  expect(stateAt('2027-03-29T09:59:59Z')).toBe('running');
  expect(stateAt('2027-03-29T10:00:00Z')).toBe('over');
});

test('the same holds across the clock change of autumn', () => {
  const meetings = [
    { date: '2027-10-29', start: '09:00', end: '12:00' },
    { date: '2027-11-02', start: '09:00', end: '12:00' },
  ];
  const changes = { meetings, enrolmentCloses: undefined };
  expect(stateAt('2027-10-29T06:59:59Z', changes)).toBe('closing-soon');
  expect(stateAt('2027-10-29T07:00:00Z', changes)).toBe('running');
  expect(stateAt('2027-11-02T10:59:59Z', changes)).toBe('running');
  expect(stateAt('2027-11-02T11:00:00Z', changes)).toBe('over');
});

test('a session in another zone keeps the clock of that place', () => {
  const changes = { timeZone: 'America/New_York' };
  expect(stateAt('2027-03-26T12:59:59Z', changes)).toBe('closed');
  expect(stateAt('2027-03-26T13:00:00Z', changes)).toBe('running');
});

test('enrolment that names no end closes when the first meeting starts', () => {
  expect(stateAt('2027-03-26T07:59:59Z', { enrolmentCloses: undefined })).toBe('closing-soon');
});

test('a full session says so while enrolment is open, and not before or after', () => {
  const full = { availability: 'full' as const };
  expect(stateAt('2027-01-01T00:00Z', full)).toBe('upcoming');
  expect(stateAt('2027-02-01T00:00Z', full)).toBe('full');
  expect(stateAt('2027-03-18T00:00Z', full)).toBe('full');
  expect(stateAt('2027-03-20T00:00Z', full)).toBe('closed');
  expect(stateAt('2027-02-01T00:00Z', { availability: 'waiting-list' })).toBe('waiting-list');
});

test('a cancelled session stays cancelled', () => {
  const moments = ['2026-01-01T00:00Z', '2027-02-01T00:00Z', '2027-03-27T00:00Z', '2028-01-01T00:00Z'];
  expect(moments.map((moment) => stateAt(moment, { cancelled: true }))).toEqual(Array(4).fill('cancelled'));
});

test('at any minute of a session’s life it has one of the nine states', () => {
  const { times } = occasionOf(facts, 0, 'Europe/Luxembourg');
  const from = Date.parse('2026-12-31T00:00Z');
  const found = Array.from({ length: 3000 }, (_, index) => stateOf(times, from + index * 53 * minute));
  expect([...new Set(found)]).toEqual(['upcoming', 'open', 'closing-soon', 'closed', 'running', 'over']);
});

test('a session offers one action at most, and only what its state allows', () => {
  const actions = Object.fromEntries(sessionStates.map((state) => [state, actionOf(state, true)]));
  expect(actions).toEqual({
    upcoming: 'none',
    open: 'enrol',
    'closing-soon': 'enrol',
    'waiting-list': 'waiting-list',
    full: 'none',
    closed: 'none',
    running: 'join',
    over: 'none',
    cancelled: 'none',
  });
  expect(actionOf('running', false)).toBe('none');
});

test('what is over or cancelled can no longer be attended', () => {
  expect(sessionStates.filter((state) => !isComing(state))).toEqual(['over', 'cancelled']);
});
