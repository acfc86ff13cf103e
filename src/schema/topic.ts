import type { EntryOf } from './entry.ts';
import { choice, optional, record, reference, text, translated, wholeNumber } from './fields.ts';

/** The pictures a topic can have; drawn in `illustrations/`. */
export const topicIcons = [
  'digital-work',
  'data-protection',
  'cybersecurity',
  'artificial-intelligence',
  'accessibility-and-web',
  'public-management',
  'communication-and-languages',
  'training-and-pedagogy',
] as const;

/** A subject of the catalogue. A topic with a parent is a sub-topic and shows its parent's icon. */
export const topic = record({
  title: translated(text({ max: 80 })),
  summary: translated(text({ max: 300 })),
  parent: optional(reference('topics')),
  icon: optional(choice(topicIcons)),
  position: optional(wholeNumber({ min: 1, max: 1000 })),
});

export type Topic = EntryOf<typeof topic>;
