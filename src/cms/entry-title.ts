import { defaultLocale } from '../i18n/locales.ts';
import type { LoadedEntry } from '../loader/read-entry.ts';
import type { CollectionName } from '../schema/collections.ts';
import { nameFields } from './collections.ts';

/** How editors know an entry: by its title or name, a session by its course and its first day. Undefined where it is none of `entries`. */
export function entryTitle(
  entries: ReadonlyMap<string, LoadedEntry>,
  collection: CollectionName,
  slug: string,
): string | undefined {
  const entry = entries.get(`${collection}/${slug}`);
  if (!entry) return undefined;
  if (collection === 'sessions') {
    const { course, meetings } = entry.facts as { course?: string; meetings?: { date: string }[] };
    const title = entryTitle(entries, 'courses', course ?? '') ?? course;
    return [title, meetings?.[0]?.date].filter(Boolean).join(' · ') || slug;
  }
  const field = nameFields[collection] ?? 'title';
  const texts = entry.texts[defaultLocale] ?? Object.values(entry.texts)[0] ?? {};
  const name = texts[field] ?? entry.facts[field];
  return typeof name === 'string' ? name : slug;
}
