import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close } from 'pagefind';
import { type Locale, locales } from '../i18n/locales.ts';
import { indexFiles } from './index-files.ts';
import type { SearchRecord } from './records.ts';
import { suggestionWords } from './suggestion-words.ts';

/** What a page reads before it searches: where the index of its language lies. */
export interface SearchManifest {
  readonly bundle: string;
  /** What suggestions say of themselves. */
  readonly words: Readonly<Record<string, string>>;
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
  const files = await indexFiles(records, locale);
  const digest = createHash('sha256');
  for (const [path, content] of files) digest.update(path).update(content);
  const bundle = `_search/${locale}-${digest.digest('hex').slice(0, 12)}/`;
  for (const [path, content] of files) {
    const target = join(folder, bundle, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  const manifest: SearchManifest = { bundle: `${basePath}${bundle}`, words: suggestionWords(locale) };
  await writeFile(join(folder, locale, 'search.json'), JSON.stringify(manifest));
  await rm(source);
}
