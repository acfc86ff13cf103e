import { defaultLocale, isLocale } from '../../i18n/locales.ts';
import { type Strings, stringsFor } from '../../i18n/strings.ts';

/** The words of the language that the page has. */
export function pageStrings(): Strings {
  const { lang } = document.documentElement;
  return stringsFor(isLocale(lang) ? lang : defaultLocale);
}
