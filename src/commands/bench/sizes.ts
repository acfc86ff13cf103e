import { collections } from '../../schema/collections.ts';

/**
 * How many courses a made catalogue must have so that it has about `pages` pages: entries that have a page of their own,
 * in each of `languages` languages. `files` are those of the content it begins with. Never fewer courses than there are.
 */
export function coursesFor(pages: number, files: Iterable<string>, languages: number): number {
  const present = entriesOf(files);
  const base = [...present.values()].reduce((sum, slugs) => sum + slugs.size, 0);
  let more = 0;
  while ((base + entriesWith(more)) * languages < pages) more += 1;
  return (present.get('courses')?.size ?? 0) + more;
}

/** The entries that a made catalogue has for `courses` made courses: their modules, people, paths and news with them. */
function entriesWith(courses: number): number {
  return [1, 8, 15, 25, 20].reduce((sum, each) => sum + Math.ceil(courses / each), 0);
}

function entriesOf(files: Iterable<string>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of files) {
    const [, collection = '', slug = ''] = /^([^/]+)\/(.+?)\.\w+\.\w+$/.exec(file) ?? [];
    if (!(collection in collections) || !('pages' in collections[collection as keyof typeof collections]))
      continue;
    found.set(collection, (found.get(collection) ?? new Set()).add(slug));
  }
  return found;
}
