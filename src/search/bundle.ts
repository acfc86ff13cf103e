import { once } from 'node:events';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Locale, locales } from '../i18n/locales.ts';
import type { LanguageBundle } from './bundle-language.ts';
import { suggestionWords } from './suggestion-words.ts';

/** What a page reads before it searches: where the index of its language lies. */
export interface SearchManifest {
  readonly bundle: string;
  /** What suggestions say of themselves. */
  readonly words: Readonly<Record<string, string>>;
}

/** The folder of those that Pagefind has read, whatever the rest of the code makes of them. */
export const parsedTexts = 'parsed-texts';

/** The folder of the site that holds the bundles, and nothing else. */
export const searchFolder = '_search';

/** Makes a folder hold the files of another one alone, as cheaply as what lies there allows. */
export type LayFiles = (from: string, to: string) => void;

/**
 * Makes the search of a built site, in all `languages`: one bundle a language, of the records that the pages wrote down, in a folder whose
 * name changes with what is in it. Writes `<locale>/search.json`, which leads there, and removes the records. What an
 * earlier build left in `kept` is used again where it is of the same records, and what an earlier site has of a bundle
 * where that lies in `folder`; what is laid into the site is not written to later.
 */
export async function bundleSearch(
  folder: string,
  { basePath }: { basePath: string },
  kept: string,
  lay: LayFiles,
  languages: readonly Locale[] = locales,
): Promise<void> {
  const waiting = languages.values();
  const names = new Set<string>();
  const work = async (): Promise<void> => {
    const thread = new Worker(new URL('./bundle-worker.ts', import.meta.url));
    for (const locale of waiting) {
      const place = join(kept, 'search-bundles', locale);
      const records = join(folder, locale, 'search-records.json');
      const name = await bundleIn(thread, { locale, records, bundle: place, texts: join(kept, parsedTexts) });
      names.add(name);
      await renameFormer(join(folder, searchFolder), locale, name);
      lay(join(place, 'files'), join(folder, searchFolder, name));
      const manifest = manifestOf(locale, `${basePath}${searchFolder}/${name}/`);
      await writeFile(join(folder, locale, 'search.json'), JSON.stringify(manifest));
      await rm(records);
    }
    thread.postMessage('no more');
    await once(thread, 'exit');
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), languages.length) }, work));
  for (const former of await foldersIn(join(folder, searchFolder)))
    if (!names.has(former)) await rm(join(folder, searchFolder, former), { recursive: true });
}

/** The bundle of an earlier site becomes the new one of its language: most files of the two are the same. */
async function renameFormer(folder: string, locale: Locale, name: string): Promise<void> {
  const formers = await foldersIn(folder);
  const former = formers.find((one) => one.startsWith(`${locale}-`));
  if (former && !formers.includes(name)) await rename(join(folder, former), join(folder, name));
}

function foldersIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function manifestOf(locale: Locale, bundle: string): SearchManifest {
  return { bundle, words: suggestionWords(locale) };
}

/** The name of the bundle; rejects with what went wrong in the thread, which then ends. */
async function bundleIn(thread: Worker, language: LanguageBundle): Promise<string> {
  const ended = new AbortController();
  const { signal } = ended;
  thread.postMessage(language);
  try {
    const [name] = await Promise.race([
      once(thread, 'message', { signal }),
      once(thread, 'exit', { signal }).then(() => {
        throw new Error(`The search of “${language.locale}” was not made.`);
      }),
    ]);
    return name as string;
  } finally {
    ended.abort();
  }
}
