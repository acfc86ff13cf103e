import type { EntryOf } from './entry.ts';
import { formerAddresses, optional, record, text, translated } from './fields.ts';

/** A standing page: about, help, accessibility, legal notice, privacy, trainers. The slug is its address. */
export const page = record({
  title: translated(text({ max: 120 })),
  summary: translated(text({ max: 300 })),
  formerAddresses: optional(formerAddresses()),
});

export type StandingPage = EntryOf<typeof page>;
