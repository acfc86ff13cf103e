import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { InLanguage } from '../catalogue/languages.ts';
import type { SlugLists } from '../catalogue/lists.ts';
import type { Occasion } from '../catalogue/occasions.ts';
import type { Locale } from '../i18n/locales.ts';
import type { StateOf } from './readings.ts';

/** What reads find in `catalogues`; each is looked up once. */
export function statesIn(catalogues: ReadonlyMap<Locale, Catalogue>): StateOf {
  const known = new Map<string, string>();
  const find = (read: string): string => {
    const state =
      known.get(read) ?? (read === allContent ? stateOfAll(catalogues, find) : stateOf(catalogues, read));
    known.set(read, state);
    return state;
  };
  return find;
}

/** What a read of a watched catalogue would find now, as a digest: equal as long as the page that read it would see the same. */
function stateOf(catalogues: ReadonlyMap<Locale, Catalogue>, read: string): string {
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
  if (property === '?') return 'present';
  return property === whole ? stateOfEntry(view) : digestOf(view[property ?? '']);
}

/** The read of whoever reads so much that to name it all would take longer than to make it again: everything. */
export const allContent = 'all content';

/** True where `allContent` finds something else as soon as `read` does: files that pages show lie beside the content. */
export function isOfContent(read: string): boolean {
  return !read.startsWith('media|');
}

/** What catalogues are made of: entries, and the day. The rest of them follows from these. */
function stateOfAll(catalogues: ReadonlyMap<Locale, Catalogue>, stateOf: StateOf): string {
  const states: string[] = [];
  for (const [locale, { links, cards, months, ...catalogue }] of catalogues)
    for (const [name, value] of Object.entries(catalogue)) {
      if (!(value instanceof Map)) states.push(name, digestOf(value));
      else
        for (const key of value.keys()) {
          const read = `${locale}|${name}|${key}|${whole}`;
          states.push(read, stateOf(read));
        }
    }
  return hash('sha1', states.join('\0'), 'base64url').slice(0, hashLength);
}

/** In the place of a property: the whole entry. */
const whole = '.';

/**
 * The read of the whole entry of which `read` reads a property; undefined for a read of something else. As long as it finds
 * the same, so does each read of a property, and it is cheaper.
 */
export function entryRead(read: string): string | undefined {
  const name = read.indexOf('|') + 1;
  const end = read.lastIndexOf('|');
  // A property is the fourth part.
  if (read.lastIndexOf('|', end - 1) < name) return undefined;
  const isOther = read.startsWith('media|') || ['links.', 'cards|'].some((of) => read.startsWith(of, name));
  return isOther ? undefined : `${read.slice(0, end)}|${whole}`;
}

/** The same for each of `reads`, found once: those of one entry often follow each other. `known` are those of the first. */
export function entryReads(reads: readonly string[], known: EntryReads = []): EntryReads {
  const found = foundFor.get(reads) ?? [...known, ...findEntryReads(reads.slice(known.length))];
  foundFor.set(reads, found);
  return found;
}

type EntryReads = readonly (string | undefined)[];

const foundFor = new WeakMap<readonly string[], EntryReads>();

function findEntryReads(reads: readonly string[]): EntryReads {
  let last: string | undefined;
  return reads.map((read) => {
    if (!last || !read.startsWith(last.slice(0, -whole.length))) last = entryRead(read);
    return last;
  });
}

/** What follows from an entry’s files alone, as long as the code and the zone of the site are the same. */
const ofFiles: ReadonlySet<string> = new Set<keyof InLanguage<object, object> | keyof Occasion>([
  'slug',
  'facts',
  'text',
  'language',
  'isFallback',
  'languages',
  'texts',
  'body',
  'digest',
  'times',
  'start',
  'end',
  'firstDay',
  'lastDay',
  'timeZone',
]);

function stateOfEntry(view: Readonly<Record<string, unknown>>): string {
  let state = String(view['digest']);
  for (const property of Object.keys(view))
    if (!ofFiles.has(property)) state += ` ${property} ${digestOf(view[property])}`;
  return state;
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

/** The letters of a hash: a shorter value needs none. */
const hashLength = 20;

/** A short value stands for itself, in JSON; a hash is longer than these. */
function digestOf(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length < hashLength ? text : hash('sha1', text, 'base64url').slice(0, hashLength);
}
