import { defaultLocale, isLocale, type Locale } from '../i18n/locales.ts';
import type { Catalogue } from './catalogue.ts';

/** A former address and where it leads now. */
export interface Moved {
  /** Without slashes at its ends: fr/formations/ancien-titre */
  readonly from: string;
  readonly locale: Locale;
  /** The page's address below its language. */
  readonly path: string;
  readonly title: string;
  readonly language: Locale;
}

const folders = {
  courses: 'courses/',
  archivedCourses: 'courses/',
  modules: 'modules/',
  paths: 'paths/',
  news: 'news/',
  pages: '',
} as const;

/** Every former address of the catalogue; each leads to the language it names, else to the default language. */
export function movedPages(catalogues: ReadonlyMap<Locale, Catalogue>): Moved[] {
  const names = Object.keys(folders) as (keyof typeof folders)[];
  return names.flatMap((name) =>
    [...(catalogues.get(defaultLocale)?.[name].values() ?? [])].flatMap(({ slug, facts }) =>
      (facts.formerAddresses ?? []).flatMap((address) => {
        const from = address.replace(/^\/+|\/+$/g, '');
        const [first] = from.split('/');
        const locale = isLocale(first) ? first : defaultLocale;
        const entry = catalogues.get(locale)?.[name].get(slug);
        if (!entry) return [];
        return {
          from,
          locale,
          path: `${folders[name]}${slug}/`,
          title: entry.text.title,
          language: entry.language,
        };
      }),
    ),
  );
}
