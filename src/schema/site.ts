import type { EntryOf } from './entry.ts';
import {
  address,
  date,
  email,
  lines,
  optional,
  pageOrAddress,
  record,
  references,
  text,
  translated,
} from './fields.ts';

/** The academy itself: one entry, `content/site/academy.<locale>.yaml`. */
export const site = record({
  name: translated(text({ max: 80 })),
  institute: translated(text({ max: 120 })),
  tagline: translated(text({ max: 160 })),
  description: translated(text({ max: 300 })),
  /** Shown at the top of the home page. */
  notices: translated(optional(lines())),
  /** Shown at the foot of every page: that the content is a demonstration, for example. */
  footnote: translated(optional(text({ max: 300 }))),
  email: email(),
  telephone: optional(text({ max: 40 })),
  street: text({ max: 120 }),
  postalCode: text({ max: 12 }),
  town: text({ max: 80 }),
  /** Where enrolment happens: a course or session without an address of its own leads there. */
  enrolmentPortal: address(),
  enrolmentPortalName: text({ max: 80 }),
  featuredCourses: optional(references('courses')),
  featuredPaths: optional(references('paths')),
  featuredModules: optional(references('modules')),
  promiseLinks: optional(
    record({
      levels: pageOrAddress(),
      forms: pageOrAddress(),
      individual: pageOrAddress(),
      participation: pageOrAddress(),
      trainees: pageOrAddress(),
      offer: pageOrAddress(),
      trainers: pageOrAddress(),
      digital: pageOrAddress(),
    }),
  ),
  /** The day around which the demonstration's dates are laid. */
  contentDate: optional(date()),
});

export type Site = EntryOf<typeof site>;
