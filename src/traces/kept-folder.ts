/** Where pages, which Astro bundles, and the build, which it does not, meet: two copies of this file, one object. */
const meetingPlace = Symbol.for('digital-academy.kept-folder');

interface Meeting {
  [meetingPlace]?: string | undefined;
}

/** Tells the pages that are made from now on where they may keep what is dear to make. */
export function offerKeptFolder(folder: string): void {
  (globalThis as Meeting)[meetingPlace] = folder;
}

/** A folder that stays from one build to the next; undefined where nothing is kept, as while developing. */
export function keptFolder(): string | undefined {
  return (globalThis as Meeting)[meetingPlace];
}
