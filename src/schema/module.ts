import type { EntryOf } from './entry.ts';
import {
  beginsWith,
  choice,
  date,
  facet,
  formerAddresses,
  lines,
  list,
  optional,
  record,
  references,
  text,
  translated,
  wholeNumber,
} from './fields.ts';
import { competences, levels, licences } from './vocabulary.ts';

/** A learning module: the body teaches, with blocks in which the reader takes part. */
export const module = record({
  title: translated(text({ max: 120 })),
  summary: translated(text({ max: 300 })),
  topics: facet(references('topics')),
  level: facet(beginsWith(choice(levels), 'all')),
  minutes: wholeNumber({ min: 1, max: 600 }),
  competences: optional(
    list(record({ competence: choice(competences), level: wholeNumber({ min: 1, max: 8 }) })),
  ),
  relatedCourses: optional(references('courses')),
  authors: optional(references('people')),
  keywords: translated(optional(lines({ max: 80 }))),
  licence: optional(choice(licences)),
  publishOn: optional(date()),
  unpublishOn: optional(date()),
  formerAddresses: optional(formerAddresses()),
});

export type Module = EntryOf<typeof module>;
