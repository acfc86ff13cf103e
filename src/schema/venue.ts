import type { EntryOf } from './entry.ts';
import { address, longText, optional, record, text, translated } from './fields.ts';

/** A place where sessions are held. */
export const venue = record({
  name: text({ max: 120 }),
  street: text({ max: 120 }),
  postalCode: text({ max: 12 }),
  town: text({ max: 80 }),
  map: optional(address()),
  access: translated(longText({ max: 600 })),
  accessibility: translated(longText({ max: 600 })),
});

export type Venue = EntryOf<typeof venue>;
