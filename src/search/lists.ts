import { type ListPage, pagesFor } from '../catalogue/lists.ts';
import { locales } from '../i18n/locales.ts';
import type { Strings } from '../i18n/strings.ts';
import type { FacetName } from './facet-names.ts';

/** The facets whose values have a page of their own: topics have theirs elsewhere. */
export type ListedFacet = Extract<FacetName, 'level' | 'modality' | 'audience'>;

/** The address of a page of the list at `path`: courses/, courses/page/2/ … */
export function pathOfPage(path: string, page: number): string {
  return page === 1 ? path : `${path}page/${page}/`;
}

/** The pages of a list of `amount` entries, and the end of each one’s address; the first has none. */
export function listPages(amount: number, most?: number): { page: number; path: string | undefined }[] {
  return Array.from({ length: pagesFor(amount, most) }, (_, at) => ({
    page: at + 1,
    path: at === 0 ? undefined : `page/${at + 1}`,
  }));
}

/** The same, once in each language: what Astro’s `getStaticPaths` returns. */
export function listPagesInEachLanguage(amount: number, most?: number) {
  return listPages(amount, most).flatMap(({ page, path }) =>
    locales.map((locale) => ({ params: { locale, page: path }, props: { locale, page } })),
  );
}

/** What a page of a list is called: as the list, and which page it is where it is not the first. */
export function titleOfPage(
  { t }: Strings,
  title: string,
  { page, pages }: Omit<ListPage<unknown>, 'entries'>,
): string {
  return page === 1 ? title : t('pages.title', { title, n: String(page), pages: String(pages) });
}
