import type { Locale } from '../i18n/locales.ts';
import de from './phrases/de.json' with { type: 'json' };
import en from './phrases/en.json' with { type: 'json' };
import fr from './phrases/fr.json' with { type: 'json' };
import lb from './phrases/lb.json' with { type: 'json' };

/**
 * What Decap’s interface says where its own words are missing or hard to understand, by Decap’s keys. Luxembourgish,
 * which Decap doesn’t have, is complete.
 */
export const phrases: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { fr, de, lb, en };

interface Nested {
  [key: string]: string | Nested;
}

/** Decap’s words of a language, `given`, with ours over them, in the nested form that Decap wants. */
export function nestedPhrases(given: object, ours: Readonly<Record<string, string>>): object {
  const all = structuredClone(given) as Nested;
  for (const [key, words] of Object.entries(ours)) {
    const names = key.split('.');
    const last = names.pop() as string;
    const place = names.reduce<Nested>((outer, name) => {
      outer[name] ??= {};
      return outer[name] as Nested;
    }, all);
    place[last] = words;
  }
  return all;
}
