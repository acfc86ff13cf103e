import type { EntryOf } from './entry.ts';
import { choice, date, email, lines, list, optional, record, text, translated } from './fields.ts';

/** How many criteria each theme of RAWeb 1.1 has, from theme 1 on. */
const sizesOfThemes = [9, 2, 3, 18, 8, 2, 5, 10, 4, 14, 13, 11, 14, 3, 6, 3, 11];

/** The numbers of all criteria of RAWeb 1.1, in order: 1.1 to 17.11. */
export const criteria = sizesOfThemes.flatMap((size, theme) =>
  Array.from({ length: size }, (_, index) => `${theme + 1}.${index + 1}`),
) as [string, ...string[]];

export const verdicts = ['met', 'not-met', 'not-applicable', 'to-check'] as const;

/** What a verdict rests on: the tests of every change, those by keyboard, how the site is made, the team’s eyes. */
export const grounds = ['machine', 'keyboard', 'construction', 'team'] as const;

/** An assessment of this site’s accessibility. The newest one fills the statement. */
export const audit = record({
  title: text({ max: 80 }),
  date: date(),
  nextReview: date(),
  assessedBy: choice(['self', 'third-party']),
  email: email(),
  limitations: translated(optional(lines({ max: 500 }))),
  exceptions: translated(optional(lines({ max: 500 }))),
  features: translated(optional(lines({ max: 500 }))),
  results: list(
    record({
      criterion: choice(criteria),
      verdict: choice(verdicts),
      checkedBy: optional(choice(grounds)),
    }),
  ),
});

export type Audit = EntryOf<typeof audit>;
