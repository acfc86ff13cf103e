import { hash } from 'node:crypto';
import { isLocale, type Locale, locales } from '../../i18n/locales.ts';

/** A share of the site that one of several builds makes: `number` from 1 to `of`. */
export interface Part {
  readonly number: number;
  readonly of: number;
}

/** The part that “2/4” names; undefined for what names none. */
export function readPart(text: string): Part | undefined {
  const [number, of] = (/^(\d+)\/(\d+)$/.exec(text)?.slice(1) ?? []).map(Number);
  if (!number || !of || number > of) return undefined;
  return { number, of };
}

/**
 * True where `part` makes the page of that address (`fr/courses/rgpd`). Languages are shared out first, since a search
 * index is one language’s; where there are more parts than languages, each language’s pages are shared out by their
 * address. The same for everyone who asks: no list has to be agreed on.
 */
export function isInPart(part: Part, address: string): boolean {
  const [language = ''] = address.split('/');
  const parts = isLocale(language) ? partsOf(language, part.of) : everyPart(part.of);
  return parts[isOfSearch(address) ? 0 : place(address, parts.length)] === part.number;
}

/** The languages whose search index `part` makes: in the part that has their records. */
export function languagesOf(part: Part): Locale[] {
  return locales.filter((locale) => partsOf(locale, part.of)[0] === part.number);
}

/** True for the part that makes what belongs to no page: the editor. */
export function makesEditor({ number, of }: Part): boolean {
  return number === of;
}

/** Where the search of a language reads what to index. */
export function isOfSearch(address: string): boolean {
  return /^[^/]+\/search-records\.json$/.test(address);
}

/** The language of the page at `address`; undefined for what has none. */
export function languageAt(address: string): Locale | undefined {
  return locales.find((locale) => address.startsWith(`${locale}/`));
}

function partsOf(locale: Locale, of: number): number[] {
  const at = locales.indexOf(locale);
  if (of <= locales.length) return [(at % of) + 1];
  return everyPart(of).filter((number) => (number - 1) % locales.length === at);
}

function everyPart(of: number): number[] {
  return Array.from({ length: of }, (_, index) => index + 1);
}

function place(address: string, count: number): number {
  return Number.parseInt(hash('sha1', address).slice(0, 8), 16) % count;
}
