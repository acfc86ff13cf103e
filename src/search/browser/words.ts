import { fill } from '../../i18n/fill.ts';

/** The words a page hands to its script: each key as in the strings, plural forms under `.one` and `.other`. */
export type Words = Readonly<Record<string, string>>;

/** The words of `key` for `n` things, as `locale` has it. */
export function counted(
  words: Words,
  key: string,
  n: number,
  locale: string,
  params: Readonly<Record<string, string>> = {},
): string {
  const form = words[`${key}.${new Intl.PluralRules(locale).select(n)}`] ?? words[`${key}.other`] ?? '';
  return fill(form, { ...params, n: new Intl.NumberFormat(locale).format(n) });
}
