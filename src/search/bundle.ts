import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { type Locale, locales } from '../i18n/locales.ts';
import { forIndex } from './fold.ts';
import type { SearchRecord } from './records.ts';
import { titlesFile } from './titles.ts';
import { vocabularyOf } from './vocabulary.ts';

/** What a page reads before it searches: where the index of its language lies. */
export interface SearchManifest {
  readonly bundle: string;
}

/**
 * Makes the search of a built site: one Pagefind bundle a language, of the records that the pages wrote down, in a
 * folder whose name changes with what is in it. Writes `<locale>/search.json`, which leads there, and removes the records.
 */
export async function bundleSearch(folder: string, { basePath }: { basePath: string }): Promise<void> {
  try {
    for (const locale of locales) await bundleLanguage(folder, basePath, locale);
  } finally {
    await close();
  }
}

async function bundleLanguage(folder: string, basePath: string, locale: Locale): Promise<void> {
  const source = join(folder, locale, 'search-records.json');
  const records = JSON.parse(await readFile(source, 'utf8')) as SearchRecord[];
  const files = await indexFiles(locale, records);
  files.set('vocabulary.json', Buffer.from(JSON.stringify(vocabularyOf(records))));
  files.set('titles.json', Buffer.from(JSON.stringify(titlesFile(records, locale))));
  const digest = createHash('sha256');
  for (const [path, content] of files) digest.update(path).update(content);
  const bundle = `_search/${locale}-${digest.digest('hex').slice(0, 12)}/`;
  for (const [path, content] of files) {
    const target = join(folder, bundle, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  const manifest: SearchManifest = { bundle: `${basePath}${bundle}` };
  await writeFile(join(folder, locale, 'search.json'), JSON.stringify(manifest));
  await rm(source);
}

/** The files a browser needs, by path and in its order: not Pagefind's own search interfaces. */
async function indexFiles(
  locale: Locale,
  records: readonly SearchRecord[],
): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await createIndex({ forceLanguage: locale, includeCharacters: '+#.' });
  if (!index) throw new Error(`The search index was not begun: ${errors.join('; ')}`);
  for (const record of ranked(records, locale)) await add(index, record, locale);
  const made = await index.getFiles();
  if (made.errors.length > 0) throw new Error(`The search index was not made: ${made.errors.join('; ')}`);
  await index.deleteIndex();
  const needed = made.files.filter(
    ({ path }) => !/^pagefind-(?:ui|modular-ui|highlight|component-ui)\b/.test(path),
  );
  return new Map(
    needed.sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, content }) => [path, content]),
  );
}

interface Ranked extends SearchRecord {
  /** Its place among all titles in the order of the language. */
  readonly rank: number;
}

function ranked(records: readonly SearchRecord[], locale: Locale): Ranked[] {
  const { compare } = new Intl.Collator(locale);
  const order = [...records].sort((a, b) => compare(a.title, b.title) || (a.url < b.url ? -1 : 1));
  const ranks = new Map(order.map(({ url }, rank) => [url, rank]));
  return records.map((record) => ({ ...record, rank: ranks.get(record.url) ?? 0 }));
}

/** Every record has every sort key: Pagefind drops those that lack the one asked for. */
async function add(index: PagefindIndex, record: Ranked, locale: Locale): Promise<void> {
  const { type, slug, url, language, title, summary, text, keywords, facets, date, hours, rank } = record;
  const { errors } = await index.addCustomRecord({
    url,
    language: locale,
    content: forIndex(`${title}. ${summary} ${text}`),
    meta: {
      title: forIndex(title),
      ...(forIndex(title) !== title && { shown: title }),
      summary: forIndex(summary),
      keywords: forIndex(keywords.join(', ')),
      type,
      slug,
      lang: language,
    },
    filters: { type: [type], ...withValues(facets) },
    sort: { title: String(rank), date, hours: String(hours) },
  });
  if (errors.length > 0) throw new Error(`${url} was not added to the search: ${errors.join('; ')}`);
}

function withValues(facets: SearchRecord['facets']): Record<string, string[]> {
  const named = Object.entries(facets).filter(([, values]) => values.length > 0);
  return Object.fromEntries(named.map(([name, values]) => [name, [...values]]));
}
