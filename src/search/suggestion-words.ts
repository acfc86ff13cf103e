import type { Locale } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';
import { recordTypes } from './facet-names.ts';

/** The words of the suggestions while one types, on every page. */
export function suggestionWords(locale: Locale): Record<string, string> {
  const { t } = stringsFor(locale);
  return {
    suggestions: t('search.suggestions'),
    'suggestions.count.one': t('search.suggestions.count.one'),
    'suggestions.count.other': t('search.suggestions.count.other'),
    ...Object.fromEntries(recordTypes.map((type) => [`kind.${type}`, t(`search.kind.${type}`)])),
  };
}
