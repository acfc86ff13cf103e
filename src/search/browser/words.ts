import { fill } from '../../i18n/fill.ts';

/** The words a page hands to its script: each key as in the strings, plural forms under `.one` and `.other`. */
export type Words = Readonly<Record<string, string>>;

interface Forms {
  readonly plural: Intl.PluralRules;
  readonly number: Intl.NumberFormat;
}

const forms = new Map<string, Forms>();

/** Rules are slow to make and quick to use: a key asks for several. */
function formsOf(locale: string): Forms {
  const found = forms.get(locale) ?? {
    plural: new Intl.PluralRules(locale),
    number: new Intl.NumberFormat(locale),
  };
  forms.set(locale, found);
  return found;
}

/** `words` as they are named in a sentence, which has quotes of its own. */
export function withoutQuotes(words: string): string {
  return words.replaceAll('"', '').trim();
}

/** The words of `key` for `n` things, as `locale` has it. */
export function counted(
  words: Words,
  key: string,
  n: number,
  locale: string,
  params: Readonly<Record<string, string>> = {},
): string {
  const { plural, number } = formsOf(locale);
  const form = words[`${key}.${plural.select(n)}`] ?? words[`${key}.other`] ?? '';
  return fill(form, { ...params, n: number.format(n) });
}
