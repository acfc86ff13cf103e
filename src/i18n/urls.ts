import type { Locale } from './locales.ts';

/** The pages that are not entries of the content: their addresses without language. */
export const fixedPages = [
  '',
  'courses/',
  'sessions/',
  'modules/',
  'paths/',
  'topics/',
  'people/',
  'news/',
  'glossary/',
  'design/',
  'blocks/',
  'editing/',
  'editing/state/',
  'my-learning/',
  'site-map/',
  '404/',
] as const;

/** The address of a page in a language, from the site's root: urlFor('fr', 'courses/') is /fr/courses/. */
export function urlFor(locale: Locale, path: string): string {
  return fileUrl(`${locale}/${path}`);
}

/** The address of anything else of this site, from its root: fileUrl('media/a.jpg') is /media/a.jpg. */
export function fileUrl(path: string): string {
  return `${import.meta.env.BASE_URL}${path.replace(/^\//, '')}`;
}

/** `address` as it is if it leads elsewhere; the page of this site in `locale` if it names one (`courses/?level=beginner`). */
export function linkTo(locale: Locale, address: string): string {
  return /^[a-z]+:/i.test(address) ? address : urlFor(locale, address);
}
