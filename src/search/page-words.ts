import type { Locale } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';
import { recordTypes } from './facet-names.ts';

/** The words that the catalogue page's script shows. */
export function pageWords(locale: Locale): Record<string, string> {
  const { t } = stringsFor(locale);
  return {
    'courses.one': t('courses.count.one'),
    'courses.other': t('courses.count.other'),
    'found.one': t('search.found.one'),
    'found.other': t('search.found.other'),
    'results.one': t('search.results.count.one'),
    'results.other': t('search.results.count.other'),
    'show.one': t('search.show.one'),
    'show.other': t('search.show.other'),
    none: t('search.none.title'),
    'none.for': t('search.none.for'),
    'none.filters.one': t('search.none.filters.one'),
    'none.filters.other': t('search.none.filters.other'),
    'none.mended': t('search.none.mended'),
    'none.subject': t('search.none.subject'),
    next: t('course.next-session'),
    remove: t('search.remove'),
    corrected: t('search.corrected'),
    instead: t('search.instead'),
    relaxed: t('search.relaxed'),
    near: t('search.near'),
    failed: t('search.failed'),
    'failed.more': t('search.failed.more'),
    ...Object.fromEntries(recordTypes.map((type) => [`type.${type}`, t(`search.kind.${type}`)])),
  };
}
