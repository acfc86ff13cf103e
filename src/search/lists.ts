import type { FacetName } from './facet-names.ts';

/** The facets whose values have a page of their own: topics have theirs elsewhere. */
export const listedFacets = ['level', 'modality', 'audience'] as const satisfies readonly FacetName[];

export type ListedFacet = (typeof listedFacets)[number];

export function isListed(name: string): name is ListedFacet {
  return (listedFacets as readonly string[]).includes(name);
}

/** So many courses stand on one page of a list. */
export const coursesOnPage = 24;

/** So many sessions stand on one page of the calendar. */
export const sessionsOnPage = 60;

/** A page of a list, as its address numbers them: from 1. */
export interface ListPage<T> {
  readonly entries: readonly T[];
  readonly page: number;
  readonly pages: number;
}

/** Page `page` of `all`, with `most` entries on each. */
export function pageOf<T>(all: readonly T[], page: number, most = coursesOnPage): ListPage<T> {
  const start = (page - 1) * most;
  return { entries: all.slice(start, start + most), page, pages: pagesFor(all.length, most) };
}

/** On how many pages a list of `amount` entries stands; an empty list has one too. */
export function pagesFor(amount: number, most = coursesOnPage): number {
  return Math.max(1, Math.ceil(amount / most));
}

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
