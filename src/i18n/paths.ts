import { type Locale, locales } from './locales.ts';

/** For pages that exist once in each language: what Astro's `getStaticPaths` returns. */
export function inEachLanguage(): { params: { locale: Locale }; props: { locale: Locale } }[] {
  return locales.map((locale) => ({ params: { locale }, props: { locale } }));
}
