import type { EntryOf } from './entry.ts';
import {
  address,
  beginsWith,
  choice,
  date,
  list,
  localDateTime,
  longText,
  optional,
  record,
  reference,
  references,
  text,
  time,
  timeZone,
  translated,
  wholeNumber,
  yesNo,
} from './fields.ts';
import { spokenLanguages } from './vocabulary.ts';

export const forms = ['in-person', 'online', 'both'] as const;
export const availabilities = ['open', 'waiting-list', 'full'] as const;

/** What sessions of courses and the trainers' meetings have in common. */
export const occasion = {
  meetings: list(record({ date: date(), start: time(), end: time() })),
  timeZone: optional(timeZone()),
  form: beginsWith(choice(forms), 'in-person'),
  venue: optional(reference('venues')),
  room: optional(text({ max: 80 })),
  onlineRoom: optional(address()),
  language: beginsWith(choice(spokenLanguages), 'fr'),
  seats: optional(wholeNumber({ min: 1, max: 5000 })),
  enrolmentOpens: optional(localDateTime()),
  enrolmentCloses: optional(localDateTime()),
  availability: beginsWith(choice(availabilities), 'open'),
  enrolment: optional(address()),
  cancelled: optional(yesNo()),
  reason: translated(optional(text({ max: 300 }))),
  note: translated(optional(longText({ max: 600 }))),
};

/** One occasion to follow a course. Its state is never written: it follows from these facts and the clock. */
export const session = record({
  course: reference('courses'),
  ...occasion,
  trainers: optional(references('people')),
});

export type Session = EntryOf<typeof session>;
