import { isLocale, type Locale } from './locales.ts';

/** The language in which commands speak: that of the terminal (LC_ALL, LC_MESSAGES, LANG) if it is one of ours, else English. */
export function terminalLocale(environment: Readonly<Record<string, string | undefined>>): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const language = (LC_ALL || LC_MESSAGES || LANG || '').slice(0, 2).toLowerCase();
  return isLocale(language) ? language : 'en';
}
