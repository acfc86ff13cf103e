/** Where pages, which Astro bundles, and the build, which it does not, meet: two copies of this file, one object. */
const meetingPlace = Symbol.for('digital-academy.kept-folders');

/** Folders that stay from one build to the next. */
export interface KeptFolders {
  /** What was made with the code as it is. */
  readonly made: string;
  /** Pictures, whatever becomes of the code: each by what it was made of. */
  readonly pictures: string;
}

interface Meeting {
  [meetingPlace]?: KeptFolders | undefined;
}

/** Tells the pages that are made from now on where they may keep what is dear to make. */
export function offerKeptFolders(folders: KeptFolders): void {
  (globalThis as Meeting)[meetingPlace] = folders;
}

/** Undefined where nothing is kept, as while developing. */
export function keptFolders(): KeptFolders | undefined {
  return (globalThis as Meeting)[meetingPlace];
}
