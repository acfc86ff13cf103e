import type { Locale } from './locales.ts';

/** A size as people read it: “1.4 kB”, “230 kB”, “2 MB”. */
export function sizeWords(bytes: number, locale: Locale): string {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const maximumFractionDigits = amount < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(amount);
}
