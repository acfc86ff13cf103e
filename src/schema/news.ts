import type { EntryOf } from './entry.ts';
import { date, formerAddresses, image, optional, record, references, text, translated } from './fields.ts';

/** A news entry; the body is the article. */
export const news = record({
  title: translated(text({ max: 140 })),
  date: date(),
  summary: translated(text({ max: 300 })),
  image: optional(image()),
  imageAlt: translated(optional(text())),
  topics: optional(references('topics')),
  courses: optional(references('courses')),
  unpublishOn: optional(date()),
  formerAddresses: optional(formerAddresses()),
});

export type News = EntryOf<typeof news>;
