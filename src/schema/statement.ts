import type { EntryOf } from './entry.ts';
import { choice, optional, record, references, text, translated, wholeNumber } from './fields.ts';
import { competences } from './vocabulary.ts';

/** A sentence by which a reader places their own competence: “I can …”. */
export const statement = record({
  text: translated(text({ max: 240 })),
  competence: choice(competences),
  level: wholeNumber({ min: 1, max: 8 }),
  courses: optional(references('courses')),
});

export type Statement = EntryOf<typeof statement>;
