import type { CardFacts, SearchRecord } from './records.ts';
import { idOf } from './text-ids.ts';

/** What a result shows of an entry beside its title: a file of the bundle each, since few are shown. */
export interface CardFile {
  readonly url: string;
  readonly summary: string;
  /** A course’s. */
  readonly card?: CardFacts;
}

/** Where the card of the entry at `place` in the list of titles lies in the bundle. */
export function cardFileOf(place: number): string {
  return `cards/${idOf(place)}.json`;
}

/** Where what else stands on its page lies, for the passage in which a word was found. */
export function textFileOf(place: number): string {
  return `texts/${idOf(place)}.json`;
}

/** The files of the entry of `record`, by path: its card and its text. */
export function entryFiles(
  { url, summary, text, card }: SearchRecord,
  place: number,
): [[path: string, card: Uint8Array], [path: string, text: Uint8Array]] {
  const shown: CardFile = { url, summary, ...(card && { card }) };
  return [
    [cardFileOf(place), Buffer.from(JSON.stringify(shown))],
    [textFileOf(place), Buffer.from(JSON.stringify(text))],
  ];
}
