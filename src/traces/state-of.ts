import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { SlugLists } from '../catalogue/lists.ts';
import type { Locale } from '../i18n/locales.ts';

/** What a read of a watched catalogue would find now, as a digest: equal as long as the page that read it would see the same. */
export function stateOf(catalogues: ReadonlyMap<Locale, Catalogue>, read: string): string {
  const [locale, name = '', key, property] = read.split('|');
  if (locale === 'media') return stateOfMedia(name);
  const catalogue = catalogues.get(locale as Locale) as unknown as Record<string, unknown> | undefined;
  if (!catalogue) return 'absent';
  if (name.startsWith('links.')) {
    const links = catalogue['links'] as Record<string, SlugLists>;
    return stateInLists(links[name.slice('links.'.length)], key, property);
  }
  if (name === 'cards')
    return stateInLists(catalogue['cards'] as ReadonlyMap<string, unknown>, key, property);
  const value = catalogue[name];
  if (key === undefined) return digestOf(value);
  if (!(value instanceof Map)) return digestOf((value as Record<string, unknown>)[key]);
  if (key === '*') return digestOf([...value.keys()]);
  const view = value.get(key) as Record<string, unknown> | undefined;
  if (!view) return 'absent';
  return property === '?' ? 'present' : digestOf(view[property ?? '']);
}

/** Changes whenever the file is written. */
function stateOfMedia(address: string): string {
  const file = statSync(join('public', address), { throwIfNoEntry: false });
  return file ? `${file.size} ${file.mtimeMs}` : 'absent';
}

function stateInLists(
  lists: ReadonlyMap<string, unknown> | SlugLists | undefined,
  key = '',
  part: string | undefined,
): string {
  if (!lists) return 'absent';
  if (key === '*') return digestOf([...lists.keys()]);
  if (part === undefined) return digestOf(lists.get(key));
  if (part === '?') return lists.has(key) ? 'present' : 'absent';
  if (!('page' in lists)) return 'absent';
  const [page, most] = part.split('/').map(Number);
  return part === '#' ? digestOf(lists.amount(key)) : digestOf(lists.page(key, page ?? 1, most));
}

function digestOf(value: unknown): string {
  return value === undefined ? 'absent' : hash('sha1', JSON.stringify(value), 'base64url').slice(0, 20);
}
