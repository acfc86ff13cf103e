import type { CardFacts, SearchRecord } from './records.ts';
import { idOf } from './text-ids.ts';

/** What a result shows of an entry beside its title: a file of the bundle each, since few are shown. */
export interface EntryFile {
  readonly url: string;
  readonly summary: string;
  /** What else stands on its page, for the piece in which a word was found. */
  readonly text: string;
  /** A course’s. */
  readonly card?: CardFacts;
}

/** Where the file of the entry at `place` in the list of titles lies in the bundle. */
export function entryFileOf(place: number): string {
  return `entries/${idOf(place)}.json`;
}

/** The files of `records`, which stand in the order of the titles, by path. */
export function entryFiles(records: readonly SearchRecord[]): [path: string, content: EntryFile][] {
  return records.map(({ url, summary, text, card }, place) => [
    entryFileOf(place),
    { url, summary, text, ...(card && { card }) },
  ]);
}
