import { defaultLocale, isLocale, type Locale } from '../../i18n/locales.ts';

const key = 'academy-editor-language';

/** The language of the editor’s interface: the one chosen before, else the browser’s first that the site has. */
export function interfaceLanguage(storage: Pick<Storage, 'getItem'>, preferred: readonly string[]): Locale {
  const wanted = [storage.getItem(key) ?? '', ...preferred.map((tag) => tag.slice(0, 2).toLowerCase())];
  return wanted.find(isLocale) ?? defaultLocale;
}

/** Keeps the choice for this browser. */
export function chooseLanguage(storage: Pick<Storage, 'setItem'>, locale: Locale): void {
  storage.setItem(key, locale);
}
