import { fill } from './fill.ts';
import type { Locale } from './locales.ts';
import de from './strings/de.json' with { type: 'json' };
import en from './strings/en.json' with { type: 'json' };
import fr from './strings/fr.json' with { type: 'json' };
import lb from './strings/lb.json' with { type: 'json' };

/** The keys of the default language: the others hold the same ones, which a test checks. */
export type StringKey = keyof typeof fr;

/** Keys that have plural forms, named without the form: `courses.count` for `courses.count.one` and `.other`. */
export type CountKey = StringKey extends infer Key
  ? Key extends `${infer Stem}.other`
    ? Stem
    : never
  : never;

export type Params = Readonly<Record<string, string | number>>;

export interface Strings {
  readonly locale: Locale;
  /** The words of `key`, with each `{name}` replaced by `params.name`. */
  t(key: StringKey, params?: Params): string;
  /** The words of `key` in the plural form that `n` takes in this language; `{n}` is the number, written as the language does. */
  count(key: CountKey, n: number, params?: Params): string;
  /** A number as this language writes it. */
  number(n: number): string;
  /** A list in words: “a, b and c”. */
  list(items: readonly string[]): string;
}

const tables: Record<Locale, Record<string, string>> = { fr, de, lb, en };

/** True where `key` has words; for keys that are put together from the schema's names. */
export function hasString(key: string): key is StringKey {
  return key in tables.fr;
}

/** Made once for each language: what writes its numbers and lists is slow to make. */
const made = new Map<Locale, Strings>();

/** The interface's words in one language. */
export function stringsFor(locale: Locale): Strings {
  const strings = made.get(locale) ?? makeStrings(locale);
  made.set(locale, strings);
  return strings;
}

function makeStrings(locale: Locale): Strings {
  const table = tables[locale];
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const words = (key: string, params?: Params): string => {
    const found = table[key] ?? tables.fr[key];
    if (found === undefined) throw new Error(`Add “${key}” to src/i18n/strings/*.json: a page shows it.`);
    return params ? fill(found, params) : found;
  };
  // The same numbers stand on many pages, and Intl is not quick.
  const known = new Map<number, { category: string; written: string }>();
  const inWords = (n: number) => {
    const found = known.get(n) ?? { category: plurals.select(n), written: numbers.format(n) };
    known.set(n, found);
    return found;
  };
  return {
    locale,
    t: words,
    count(key, n, params) {
      const { category, written } = inWords(n);
      const form = `${key}.${category}`;
      return words(form in table ? form : `${key}.other`, { n: written, ...params });
    },
    number: (n) => inWords(n).written,
    list: (items) => withLinkingN(lists.format(items)),
  };
}

/** The Luxembourgish “and” comes from Intl as “a(n)”: its n stays before a vowel and before d, h, n, t and z. */
function withLinkingN(list: string): string {
  return list.replace(/ a\(n\) ([aeiouyäéëèöü]|[dhntz])?/giu, (_, letter?: string) =>
    letter ? ` an ${letter}` : ' a ',
  );
}
