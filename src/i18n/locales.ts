/** The languages of the site. A language is a line here and a file in `strings/`; nothing else lists them. */
export const locales = ['fr', 'de', 'lb', 'en'] as const;

export type Locale = (typeof locales)[number];

/** Facts are written in this language's file; its strings file is the list of keys. */
export const defaultLocale: Locale = 'fr';

/** How each language calls itself: what a language switch shows. */
export const localeNames: Record<Locale, string> = {
  fr: 'Français',
  de: 'Deutsch',
  lb: 'Lëtzebuergesch',
  en: 'English',
};

export function isLocale(value: unknown): value is Locale {
  return (locales as readonly unknown[]).includes(value);
}

/** The languages in which a reader of `locale` is offered a text, best first: their own, then the site's order. */
export function readingOrder(locale: Locale): Locale[] {
  return [locale, ...locales.filter((other) => other !== locale)];
}
