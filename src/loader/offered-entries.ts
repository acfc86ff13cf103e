import type { LoadedEntry } from './read-entry.ts';

/** Where pages, which Astro bundles, and the build, which it does not, meet: two copies of this file, one object. */
const meetingPlace = Symbol.for('digital-academy.entries');

/** Reads the content; whoever asks again gets what it is by then. */
export type ReadEntries = () => Promise<readonly LoadedEntry[]>;

interface Meeting {
  [meetingPlace]?: ReadEntries | undefined;
}

/** Said by those who have Astro make pages: where these get the content from. */
export function offerEntries(read: ReadEntries): void {
  (globalThis as Meeting)[meetingPlace] = read;
}

/** The content as it was offered. Throws where nobody did: Astro was started by itself. */
export async function offeredEntries(): Promise<readonly LoadedEntry[]> {
  const read = (globalThis as Meeting)[meetingPlace];
  if (!read) throw new Error('Nobody has read the content: use “npm run build” or “npm run dev”.');
  return read();
}

/** From now on nobody has content, and what was made of it takes no memory, unless somebody else holds it. */
export function withdrawEntries(): void {
  (globalThis as Meeting)[meetingPlace] = undefined;
}

/**
 * What `make` makes of the content, once as long as nothing else is offered: a process may build a site more than once, and
 * nothing of an earlier content may come into it.
 */
export function onceAContent<Value extends object>(make: () => Value): () => Value {
  const made = new WeakMap<object, Value>();
  return () => {
    const content = (globalThis as Meeting)[meetingPlace] ?? nobody;
    const known = made.get(content) ?? make();
    made.set(content, known);
    return known;
  };
}

/** In the place of content where nobody offers any. */
const nobody = {};
