import { defaultLocale, isLocale, type Locale } from '../../i18n/locales.ts';
import { type Strings, stringsFor } from '../../i18n/strings.ts';

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

/** The words of the language that the page has. */
export function pageStrings(): Strings {
  const { lang } = document.documentElement;
  return stringsFor(isLocale(lang) ? lang : defaultLocale);
}
