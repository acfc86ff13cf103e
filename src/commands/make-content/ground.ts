import type { Locale } from '../../i18n/locales.ts';
import { defaultLocale, locales } from '../../i18n/locales.ts';
import type { Chance } from './chance.ts';
import { mdxFile, yamlFile } from './files.ts';
import type { Words } from './words.ts';

/** A file of a content folder: its path from there, and its text. */
export type MadeFile = readonly [path: string, text: string];

/** What entries are made of, and the slugs they may refer to. */
export interface Ground {
  readonly chance: Chance;
  readonly words: Readonly<Record<Locale, Words>>;
  /** The day around which sessions lie. */
  readonly day: string;
  readonly topics: readonly string[];
  readonly venues: readonly string[];
  readonly people: readonly string[];
  readonly modules: readonly string[];
  readonly courses: readonly string[];
  readonly glossary: readonly string[];
  /** Pictures in the media folder: those that the base shows. */
  readonly pictures: readonly string[];
}

/** How much of the catalogue is translated. */
const shares: Readonly<Record<Locale, number>> = { fr: 1, de: 0.85, lb: 0.55, en: 0.75 };

/** The files of an entry: the default language’s first, with the facts, the others where chance has them translated. */
export function inLanguages(
  { chance, words }: Ground,
  place: string,
  facts: Record<string, unknown>,
  textsIn: (words: Words) => readonly [texts: Record<string, unknown>, body?: string],
): MadeFile[] {
  return locales
    .filter((locale) => chance.happens(shares[locale]))
    .map((locale): MadeFile => {
      const [texts, body] = textsIn(words[locale]);
      const fields = locale === defaultLocale ? { ...texts, ...facts } : texts;
      return body === undefined
        ? [`${place}.${locale}.yaml`, yamlFile(fields)]
        : [`${place}.${locale}.mdx`, mdxFile(fields, body)];
    });
}

/** `count` other courses than `slug`; fewer where there are few. */
export function others({ chance, courses }: Ground, slug: string, count: number): string[] {
  const found = chance.someOf(courses, count + 1).filter((other) => other !== slug);
  return found.slice(0, count);
}

/** The day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
