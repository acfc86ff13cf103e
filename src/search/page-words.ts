import { type Locale, locales } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';
import { recordTypes } from './facet-names.ts';

/** The words that the catalogue page's script shows, and those it leaves out of a search in whichever language. */
export function pageWords(locale: Locale): Record<string, string> {
  const { t } = stringsFor(locale);
  const fillers = locales.flatMap((language) => stringsFor(language).t('search.fillers').split(' '));
  return {
    'courses.one': t('courses.count.one'),
    'courses.other': t('courses.count.other'),
    'found.one': t('search.found.one'),
    'found.other': t('search.found.other'),
    remove: t('search.remove'),
    corrected: t('search.corrected'),
    instead: t('search.instead'),
    relaxed: t('search.relaxed'),
    near: t('search.near'),
    failed: t('search.failed'),
    fillers: [...new Set(fillers)].sort().join(' '),
    ...Object.fromEntries(recordTypes.map((type) => [`type.${type}`, t(`search.kind.${type}`)])),
  };
}
