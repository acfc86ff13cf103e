import { gunzipSync } from 'node:zlib';
import { createIndex, type PagefindIndex } from 'pagefind';
import { addressesFile } from './addresses.ts';
import { lastParts } from './compounds.ts';
import { entryIds } from './entry-ids.ts';
import { forIndex } from './fold.ts';
import type { SearchRecord } from './records.ts';
import { tableFile } from './table.ts';
import { byKind, titlesFile } from './titles.ts';
import { vocabularyOf } from './vocabulary.ts';

/**
 * The files a browser searches with, by path and in its order: Pagefind's index of the texts, without its own search
 * interfaces, and beside it the titles, the facets and the vocabulary. Whoever asks for the last closes Pagefind.
 */
export async function indexFiles(
  records: readonly SearchRecord[],
  language: string,
): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await createIndex({ forceLanguage: language, includeCharacters: '+#.' });
  if (!index) throw new Error(`The search index was not begun: ${errors.join('; ')}`);
  const parts = lastParts(records);
  const complete = records.map((record, at) => ({
    ...record,
    keywords: [...record.keywords, ...(parts[at] ?? [])],
  }));
  const ordered = [...byKind(complete).values()].flat();
  for (const record of ordered) await add(index, record, language);
  const made = await index.getFiles();
  if (made.errors.length > 0) throw new Error(`The search index was not made: ${made.errors.join('; ')}`);
  await index.deleteIndex();
  const needed = made.files.filter(
    ({ path }) => !/^pagefind-(?:ui|modular-ui|highlight|component-ui)\b/.test(path),
  );
  const files = new Map(
    needed.sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, content }) => [path, content]),
  );
  const byUrl = idsByUrl(files);
  const ids = ordered.map(({ url }) => byUrl.get(url) ?? '');
  const own = {
    'titles.json': titlesFile(records, language, entryIds(ids, language, metaOf(files))),
    'addresses.json': addressesFile(records),
    'facets.json': tableFile(records),
    'vocabulary.json': vocabularyOf(records),
  };
  for (const [path, content] of Object.entries(own)) files.set(path, Buffer.from(JSON.stringify(content)));
  return files;
}

/** The index of texts knows nothing but texts: results are narrowed and sorted by `facets.json`. */
async function add(index: PagefindIndex, record: SearchRecord, language: string): Promise<void> {
  const { type, slug, url, title, summary, text, keywords, card } = record;
  const { errors } = await index.addCustomRecord({
    url,
    language,
    content: forIndex(`${title}. ${summary} ${text}`),
    meta: {
      title: forIndex(title),
      ...(forIndex(title) !== title && { shown: title }),
      summary: forIndex(summary),
      keywords: forIndex(keywords.join(', ')),
      type,
      slug,
      lang: record.language,
    },
    // What is a filter comes with the entry and is not searched. Nothing is filtered by it.
    ...(card && { filters: { card: [JSON.stringify(card)] } }),
  });
  if (errors.length > 0) throw new Error(`${url} was not added to the search: ${errors.join('; ')}`);
}

/** The file in which Pagefind lists its entries, and what it holds. */
function metaOf(files: ReadonlyMap<string, Uint8Array>): [string, string] {
  const [path, content] = [...files].find(([name]) => name.endsWith('.pf_meta')) ?? [];
  if (!path || !content) throw new Error('The search index was made without its list of entries.');
  return [path, gunzipSync(content).toString('latin1')];
}

/** What Pagefind calls each address: the name of the file that holds its text. */
function idsByUrl(files: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const ids = new Map<string, string>();
  for (const [path, content] of files) {
    const [, id] = /^fragment\/(.+)\.pf_fragment$/.exec(path) ?? [];
    if (!id) continue;
    const text = gunzipSync(content).toString('utf8').slice('pagefind_dcd'.length);
    ids.set((JSON.parse(text) as { url: string }).url, id);
  }
  return ids;
}
