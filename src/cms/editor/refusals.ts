import { defaultLocale, type Locale } from '../../i18n/locales.ts';
import type { CollectionName } from '../../schema/collections.ts';
import { refusalsOf } from '../entry-check.ts';
import { Refused } from '../tab.ts';
import type { EditorWords } from '../words.ts';
import { showRefusals } from './refusal-dialog.ts';
import { CMS } from './registry.ts';

/** An entry as Decap hands it over before it is saved. */
interface HeldEntry {
  get(name: 'collection'): CollectionName;
  toJS(): {
    readonly data: object;
    readonly i18n?: Readonly<Partial<Record<Locale, { readonly data?: object }>>>;
  };
}

/** Refuses to save what the build would refuse, in every language, and says all of it at once. */
export function refuseMistakes(words: EditorWords): void {
  const handler = ({ entry }: { entry: HeldEntry }): void => {
    const { data, i18n = {} } = entry.toJS();
    const others = Object.entries(i18n).map(([locale, { data = {} }]) => [locale, data] as const);
    const refusals = refusalsOf(
      entry.get('collection'),
      { [defaultLocale]: data, ...Object.fromEntries(others) },
      words,
    );
    if (refusals.length === 0) return;
    showRefusals(words.t('cms.refused.title'), refusals, words);
    throw new Refused(words.t('cms.refused.toast'), 422, 'mistakes');
  };
  CMS.registerEventListener({ name: 'preSave', handler });
}
