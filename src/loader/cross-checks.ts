import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { locales } from '../i18n/locales.ts';
import { fixedPages } from '../i18n/urls.ts';
import { type Collection, type CollectionName, collectionNames, collections } from '../schema/collections.ts';
import { isPlainDrawing } from '../schema/media.ts';
import type { FieldMistake } from '../schema/mistakes.ts';
import type { LoadedEntry, PlacedReference } from './read-entry.ts';

/** A mistake in a field of an entry's main file, whose line is found later. */
export interface EntryMistake extends FieldMistake {
  readonly file: string;
  readonly line?: number;
}

/** What can only be checked when every entry is known. `known` holds the slugs of entries with mistakes of their own too. */
export async function crossChecks(
  entries: readonly LoadedEntry[],
  known: ReadonlyMap<CollectionName, ReadonlySet<string>>,
  publicDir: string,
): Promise<EntryMistake[]> {
  const factsFile = (entry: LoadedEntry) =>
    `${entry.collection}/${entry.slug}.${locales[0]}.${collections[entry.collection].extension}`;
  return [
    ...missingEntries(entries, known),
    ...missingPages(entries, known),
    ...repeatedCodes(entries, factsFile),
    ...addresses(entries, known, factsFile),
    ...topicsTooDeep(entries, factsFile),
    ...theSite(known),
    ...standingPagesMissing(known),
    ...(await media(entries, publicDir)),
  ];
}

type Known = ReadonlyMap<CollectionName, ReadonlySet<string>>;
type FileOf = (entry: LoadedEntry) => string;

function missingEntries(entries: readonly LoadedEntry[], known: Known): EntryMistake[] {
  return entries.flatMap((entry) =>
    entry.references.flatMap((reference) => {
      if (!('collection' in reference.to)) return [];
      const { collection, slug } = reference.to;
      const slugs = known.get(collection) ?? new Set<string>();
      if (slugs.has(slug)) return [];
      const near = nearest(slug, slugs);
      const params = { collection, slug, near };
      return [at(reference, near ? 'mistakes.missingEntryNear' : 'mistakes.missingEntry', params)];
    }),
  );
}

function missingPages(entries: readonly LoadedEntry[], known: Known): EntryMistake[] {
  const living = livingPages(known);
  return entries.flatMap(({ references }) =>
    references.flatMap((reference) => {
      if (!('page' in reference.to)) return [];
      const path = reference.to.page.replace(/[?#].*$/, '').replace(/\/+$/, '');
      const address = reference.to.page;
      return living.has(`/${locales[0]}${path}`) ? [] : [at(reference, 'mistakes.internalLink', { address })];
    }),
  );
}

function at(reference: PlacedReference, key: string, params: FieldMistake['params']): EntryMistake {
  const { file, line, path } = reference;
  return { file, ...(line && { line }), path, key, params };
}

/** The slug that shares the longest beginning with `slug`, if it is most of it; else nothing. */
function nearest(slug: string, slugs: ReadonlySet<string>): string {
  let best = '';
  let longest = Math.max(3, slug.length / 2);
  for (const other of slugs) {
    let shared = 0;
    while (shared < slug.length && slug[shared] === other[shared]) shared += 1;
    if (shared > longest) [best, longest] = [other, shared];
  }
  return best;
}

function repeatedCodes(entries: readonly LoadedEntry[], factsFile: FileOf): EntryMistake[] {
  const first = new Map<string, string>();
  return entries.flatMap((entry) => {
    const { code } = entry.facts;
    if (typeof code !== 'string') return [];
    const file = factsFile(entry);
    const other = first.get(code.toLowerCase());
    if (other)
      return [{ file, path: ['code'], key: 'mistakes.duplicateCode', params: { code, file: other } }];
    first.set(code.toLowerCase(), file);
    return [];
  });
}

/** Former addresses lead to one page each and hide no living one; standing pages have addresses of their own. */
function addresses(entries: readonly LoadedEntry[], known: Known, factsFile: FileOf): EntryMistake[] {
  const living = livingPages(known);
  const former = new Map<string, string>();
  return entries.flatMap((entry): EntryMistake[] => {
    const file = factsFile(entry);
    if (entry.collection === 'pages' && (fixedPages as readonly string[]).includes(`${entry.slug}/`)) {
      return [{ file, path: [], key: 'mistakes.reservedSlug', params: { slug: entry.slug } }];
    }
    return ((entry.facts['formerAddresses'] ?? []) as string[]).flatMap((address, index): EntryMistake[] => {
      const path = ['formerAddresses', index];
      const key = address.replace(/\/+$/, '').toLowerCase();
      const other = former.get(key);
      if (living.has(key)) return [{ file, path, key: 'mistakes.livingAddress', params: { address } }];
      if (other) return [{ file, path, key: 'mistakes.duplicateAddress', params: { address, file: other } }];
      former.set(key, file);
      return [];
    });
  });
}

function livingPages(known: Known): Set<string> {
  const paths = collectionNames.flatMap((name) => {
    const { pages }: Collection = collections[name];
    if (pages === undefined) return [];
    return [...(known.get(name) ?? [])].map((slug) => (pages === '' ? slug : `${pages}/${slug}`));
  });
  const fixed = fixedPages.map((path) => path.replace(/\/$/, ''));
  return new Set([
    '',
    ...locales.flatMap((locale) =>
      [...fixed, ...paths].map((path) => `/${locale}/${path}`.replace(/\/$/, '')),
    ),
  ]);
}

function topicsTooDeep(entries: readonly LoadedEntry[], factsFile: FileOf): EntryMistake[] {
  const topics = new Map(
    entries.filter(({ collection }) => collection === 'topics').map((topic) => [topic.slug, topic]),
  );
  return [...topics.values()].flatMap((topic) => {
    const parent = topics.get(String(topic.facts['parent']));
    if (!parent?.facts['parent']) return [];
    return [
      { file: factsFile(topic), path: ['parent'], key: 'mistakes.subTopic', params: { topic: parent.slug } },
    ];
  });
}

function theSite(known: Known): EntryMistake[] {
  const slugs = [...(known.get('site') ?? [])];
  const file = `site/academy.${locales[0]}.yaml`;
  if (!slugs.includes('academy')) return [{ file, path: [], key: 'mistakes.missingSite', params: { file } }];
  return slugs
    .filter((slug) => slug !== 'academy')
    .map((slug) => ({
      file: `site/${slug}.${locales[0]}.yaml`,
      path: [],
      key: 'mistakes.onlySite',
      params: { file },
    }));
}

/** The pages that every page of the site leads to. */
const standingPages = ['accessibility', 'help', 'legal-notice', 'privacy', 'trainers'];

function standingPagesMissing(known: Known): EntryMistake[] {
  const missing = standingPages.filter((slug) => !known.get('pages')?.has(slug));
  return missing.map((slug) => {
    const file = `pages/${slug}.${locales[0]}.mdx`;
    return { file, path: [], key: 'mistakes.missingPage', params: { file } };
  });
}

const largestImage = 3_000_000;

async function media(entries: readonly LoadedEntry[], publicDir: string): Promise<EntryMistake[]> {
  const uses = entries.flatMap(({ references }) => references.filter(({ to }) => 'media' in to));
  const verdicts = new Map<string, Promise<{ key: string; params: FieldMistake['params'] } | undefined>>();
  const found = await Promise.all(
    uses.map(async (reference) => {
      const path = (reference.to as { media: string }).media;
      if (!verdicts.has(path)) verdicts.set(path, verdictOn(publicDir, path));
      const verdict = await verdicts.get(path);
      return verdict ? [at(reference, verdict.key, verdict.params)] : [];
    }),
  );
  return found.flat();
}

async function verdictOn(publicDir: string, path: string) {
  const place = join(publicDir, path);
  const facts = path.includes('..') ? undefined : await stat(place).catch(() => undefined);
  if (!facts?.isFile()) return { key: 'mistakes.missingFile', params: { path } };
  if (/\.svg$/i.test(path) && !isPlainDrawing(await readFile(place, 'utf8')))
    return { key: 'mistakes.svgScript', params: { path } };
  if (/\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(path) && facts.size > largestImage) {
    return {
      key: 'mistakes.imageSize',
      params: { path, size: Math.ceil(facts.size / 1e6), max: largestImage / 1e6 },
    };
  }
  return undefined;
}
