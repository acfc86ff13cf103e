import type { EntryOf } from './entry.ts';
import {
  choices,
  email,
  image,
  longText,
  optional,
  record,
  references,
  text,
  translated,
  yesNo,
} from './fields.ts';
import { spokenLanguages } from './vocabulary.ts';

export const teams = ['trainer', 'pedagogue', 'it-adviser'] as const;

/** Someone of the academy: a trainer, or one of the team that supports the trainers. */
export const person = record({
  name: text({ max: 80 }),
  teams: choices(teams),
  role: translated(text({ max: 120 })),
  bio: translated(longText({ max: 1200 })),
  photo: optional(image()),
  photoAlt: translated(optional(text())),
  languages: choices(spokenLanguages),
  topics: optional(references('topics')),
  email: optional(email()),
  /** Without the person's agreement there is no page and no name anywhere. */
  agreedToBePublished: yesNo(),
});

export type Person = EntryOf<typeof person>;
