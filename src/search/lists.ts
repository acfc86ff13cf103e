import { pagesFor } from '../catalogue/lists.ts';
import type { FacetName } from './facet-names.ts';

/** The facets whose values have a page of their own: topics have theirs elsewhere. */
export type ListedFacet = Extract<FacetName, 'level' | 'modality' | 'audience'>;

/** The address of a page of the list at `path`: courses/, courses/page/2/ … */
export function pathOfPage(path: string, page: number): string {
  return page === 1 ? path : `${path}page/${page}/`;
}

/** The pages of a list of `amount` courses, and the end of each one’s address; the first has none. */
export function listPages(amount: number): { page: number; path: string | undefined }[] {
  return Array.from({ length: pagesFor(amount) }, (_, at) => ({
    page: at + 1,
    path: at === 0 ? undefined : `page/${at + 1}`,
  }));
}
