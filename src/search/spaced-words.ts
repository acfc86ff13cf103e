import type { SearchRecord } from './records.ts';

/** How often something stands in the records, and how often of that in a name. */
interface Times {
  times: number;
  named: number;
}

/** What stands between spaces, with the signs around it, in the order of the records. */
export type SpacedWords = ReadonlyMap<string, Readonly<Times>>;

/**
 * All that stands between spaces in the titles, keywords and texts of `records`, each once: a catalogue has a million
 * words, but few that differ, so that whoever looks closely need look at these alone.
 */
export function spacedWords(records: readonly SearchRecord[]): SpacedWords {
  const found = new Map<string, Times>();
  const add = (text: string, named: 0 | 1) => {
    for (const word of text.split(' ')) {
      const known = found.get(word);
      if (!known) found.set(word, { times: 1, named });
      else {
        known.times += 1;
        known.named += named;
      }
    }
  };
  for (const { title, keywords, summary, text } of records) {
    for (const name of [title, ...keywords]) add(name, 1);
    add(summary, 0);
    add(text, 0);
  }
  return found;
}
