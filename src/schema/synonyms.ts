import type { EntryOf } from './entry.ts';
import { choices, lines, optional, record, text } from './fields.ts';
import { spokenLanguages } from './vocabulary.ts';

/** Words that mean the same to whoever searches, in whichever language: RGPD, GDPR, DSGVO. */
export const synonymGroup = record({
  title: text({ max: 80 }),
  terms: lines({ max: 80 }),
  languages: optional(choices(spokenLanguages)),
});

export type SynonymGroup = EntryOf<typeof synonymGroup>;
