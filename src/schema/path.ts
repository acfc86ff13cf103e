import type { EntryOf } from './entry.ts';
import {
  choices,
  date,
  facet,
  formerAddresses,
  hours,
  lines,
  list,
  optional,
  record,
  reference,
  references,
  text,
  translated,
  yesNo,
} from './fields.ts';
import { audiences } from './vocabulary.ts';

/** A path (« parcours »): courses and modules in an order that leads somewhere. */
export const path = record({
  title: translated(text({ max: 120 })),
  summary: translated(text({ max: 300 })),
  topics: optional(facet(references('topics'))),
  audiences: facet(choices(audiences)),
  steps: list(
    record({
      course: optional(reference('courses')),
      module: optional(reference('modules')),
      required: optional(yesNo()),
    }),
  ),
  /** One reason a step, in the order of the steps: why it is on the path. */
  reasons: translated(optional(lines())),
  hours: optional(hours()),
  keywords: translated(optional(lines({ max: 80 }))),
  featured: optional(yesNo()),
  publishOn: optional(date()),
  unpublishOn: optional(date()),
  formerAddresses: optional(formerAddresses()),
});

export type Path = EntryOf<typeof path>;
