import type { Titles } from '../titles.ts';

type TitlesOfAll = Readonly<Record<string, Titles>>;

/** The build puts the titles of what is published beside the editor’s page. */
let address = 'entries.json';
let read: { readonly at: number; readonly all: Promise<TitlesOfAll> } | undefined;

/** Has titles asked for elsewhere: the editor’s own server knows drafts too. */
export function findTitlesAt(place: string): void {
  address = place;
}

/** The titles of each collection; asked once for all fields of a form, and again for a form that is opened later. */
export function titlesOfAll(): Promise<TitlesOfAll> {
  if (!read || Date.now() - read.at > 5000) {
    const known = read?.all ?? Promise.resolve({});
    // Without an answer the titles of before do; a server that stands still says so when something is saved.
    const all = fetch(address).then(
      (response) => (response.ok ? response.json() : known),
      () => known,
    );
    read = { at: Date.now(), all };
  }
  return read.all;
}
