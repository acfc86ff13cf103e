import type { EntryOf } from './entry.ts';
import { longText, record, text, translated } from './fields.ts';
import { occasion } from './session.ts';

/** A meeting at which trainers learn from each other: an occasion without a course. */
export const exchange = record({
  title: translated(text({ max: 120 })),
  summary: translated(longText({ max: 600 })),
  ...occasion,
});

export type Exchange = EntryOf<typeof exchange>;
