import type { EntryOf } from './entry.ts';
import { longText, optional, record, text, translated } from './fields.ts';

/** A word of the administration that not everyone knows. */
export const glossaryTerm = record({
  term: translated(text({ max: 80 })),
  definition: translated(longText({ max: 600 })),
  abbreviation: translated(optional(text({ max: 20 }))),
});

export type GlossaryTerm = EntryOf<typeof glossaryTerm>;
