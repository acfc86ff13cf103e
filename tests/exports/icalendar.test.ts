import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { catalogueFor } from '../../src/catalogue/catalogue.ts';
import { sessionCalendar } from '../../src/exports/icalendar.ts';
import { aCourse, aSession, aTopic, aVenue, contentOf } from '../builders.ts';

const origin = new URL('https://academie.example');

function calendarOf(session: Record<string, unknown> = {}, course: Record<string, unknown> = {}): string {
  const content = contentOf({
    courses: [aCourse(course)],
    sessions: [aSession(session)],
    topics: [aTopic()],
    venues: [aVenue()],
  });
  const catalogue = catalogueFor('fr', content, Date.parse('2027-01-15T12:00Z'), 'Europe/Luxembourg');
  const found = catalogue.sessions.get('rgpd-mars');
  if (!found) throw new Error('The catalogue has lost the session.');
  return sessionCalendar(catalogue, found, origin);
}

function eventsIn(calendar: string) {
  return new ICAL.Component(ICAL.parse(calendar))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));
}

function wallClock(time: { toJSDate(): Date }): string {
  const format = { timeZone: 'Europe/Luxembourg', dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', format).format(time.toJSDate());
}

test('a calendar shows nine o’clock in Luxembourg on both sides of both clock changes', () => {
  const days = ['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31'];
  const meetings = days.map((date) => ({ date, start: '09:00', end: '12:00' }));
  const events = eventsIn(calendarOf({ meetings }));
  expect(events.map(({ startDate }) => wallClock(startDate))).toEqual(days.map((day) => `${day} 09:00`));
  expect(events.map(({ endDate }) => wallClock(endDate))).toEqual(days.map((day) => `${day} 12:00`));
});

test('an event a meeting, each with a name of its own', () => {
  const meetings = ['2027-03-15', '2027-03-16'].map((date) => ({ date, start: '09:00', end: '12:00' }));
  const uids = eventsIn(calendarOf({ meetings })).map(({ uid }) => uid);
  expect(new Set(uids).size).toBe(2);
});

test('commas, semicolons, backslashes and line breaks come back as they were written', () => {
  const summary = 'Un, deux ; trois \\ quatre';
  const [event] = eventsIn(
    calendarOf({ room: 'B 1, 2e étage' }, { summary, title: 'Écrire; publier, relire' }),
  );
  expect(event).toMatchObject({ summary: 'Écrire; publier, relire', description: summary });
  expect(event?.location).toContain('B 1, 2e étage');
});

test('no line is longer than 75 octets, and no letter is cut in two', () => {
  const title = 'é€😀'.repeat(13);
  for (const summary of ['ß'.repeat(299), 'a'.repeat(299), `${'a'.repeat(70)}é€😀`.repeat(4)]) {
    const calendar = calendarOf({}, { title, summary });
    const lengths = calendar.split('\r\n').map((line) => Buffer.byteLength(line));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
    expect(lengths.filter((length) => length >= 72).length).toBeGreaterThan(3);
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(eventsIn(calendar)[0]).toMatchObject({ summary: title, description: summary });
  }
});

test('a cancelled session tells calendars to strike it out', () => {
  const calendar = calendarOf({ cancelled: true, reason: 'Malade' });
  expect(calendar).toContain('STATUS:CANCELLED\r\nSEQUENCE:1\r\n');
  expect(calendarOf()).toContain('STATUS:CONFIRMED\r\nSEQUENCE:0\r\n');
});

test('the online room stands in the calendar of those who join online only', () => {
  const onlineRoom = 'https://room.academy.example/1';
  expect(calendarOf({ form: 'both', onlineRoom }).replaceAll('\r\n ', '')).toContain(
    `FEATURE=VIDEO:${onlineRoom}`,
  );
  expect(calendarOf({ onlineRoom })).not.toContain('CONFERENCE');
});
