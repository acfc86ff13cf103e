import { venueOf } from '../catalogue/agenda.ts';
import { type Catalogue, type CourseView, pick, type SessionView } from '../catalogue/catalogue.ts';
import { urlFor } from '../i18n/urls.ts';

/**
 * A session as an iCalendar file (RFC 5545, RFC 7986): an event a meeting, times in UTC, so that no calendar has to know
 * our zone. DTSTAMP comes from the content, so that a build without changes writes the same bytes.
 */
export function sessionCalendar(catalogue: Catalogue, session: SessionView, origin: URL | undefined): string {
  const { locale, courses, site } = catalogue;
  const course = courses.get(session.facts.course) as CourseView;
  const page = `${new URL(urlFor(locale, `courses/${course.slug}/`), origin).href}#${session.slug}`;
  const host = origin?.hostname ?? 'localhost';
  const venue = venueOf(catalogue, session);
  const place =
    venue &&
    [
      venue.facts.name,
      session.facts.room,
      venue.facts.street,
      `${venue.facts.postalCode} ${venue.facts.town}`,
    ]
      .filter(Boolean)
      .join(', ');
  const room = session.facts.onlineRoom ?? course.facts.onlineRoom;
  const { cancelled } = session.facts;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Digital Academy//Catalogue//EN',
    `NAME:${escapeText(site.text.name)}`,
    `X-WR-CALNAME:${escapeText(site.text.name)}`,
    ...session.times.meetings.flatMap(([start, end], index) => [
      'BEGIN:VEVENT',
      `UID:${session.slug}-${index + 1}@${host}`,
      `DTSTAMP:${utc(session.start)}`,
      `DTSTART:${utc(start)}`,
      `DTEND:${utc(end)}`,
      `SUMMARY:${escapeText(course.text.title)}`,
      `DESCRIPTION:${escapeText(course.text.summary)}`,
      ...(place ? [`LOCATION:${escapeText(place)}`] : []),
      ...(room && session.facts.form !== 'in-person' ? [`CONFERENCE;VALUE=URI;FEATURE=VIDEO:${room}`] : []),
      `URL:${page}`,
      `CATEGORIES:${pick(catalogue.topics, course.facts.topics)
        .map(({ text }) => escapeText(text.title))
        .join(',')}`,
      `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
      `SEQUENCE:${cancelled ? 1 : 0}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function utc(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Lines of at most 75 octets, never cut within a character. */
function fold(line: string): string {
  const parts: string[] = [];
  let [from, octets] = [0, 0];
  for (let at = 0; at < line.length; ) {
    const letter = line.codePointAt(at) ?? 0;
    const size = octetsOf(letter);
    if (octets + size > 75) {
      parts.push(line.slice(from, at));
      // The space that the next line begins with.
      [from, octets] = [at, 1];
    }
    octets += size;
    at += letter > 0xffff ? 2 : 1;
  }
  return [...parts, line.slice(from)].join('\r\n ');
}

/** Of a letter in UTF-8: https://www.rfc-editor.org/rfc/rfc3629#section-3 */
function octetsOf(letter: number): number {
  if (letter < 0x80) return 1;
  if (letter < 0x800) return 2;
  return letter < 0x10000 ? 3 : 4;
}
