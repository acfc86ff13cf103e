import { locales } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';

/** The words, folded, that a search leaves out in whichever language, if others remain. */
export function fillersOf(): ReadonlySet<string> {
  return new Set(locales.flatMap((language) => stringsFor(language).t('search.fillers').split(' ')));
}
