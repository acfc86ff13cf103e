import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
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

/** Lays the files of one folder into another. */
export type LayFiles = (from: string, to: string) => void;

/**
 * Makes the search of a built site, in all `languages`: one bundle a language, of the records that the pages wrote down, in a folder whose
 * name changes with what is in it. Writes `<locale>/search.json`, which leads there, and removes the records. What an
 * earlier build left in `kept` is used again where it is of the same records; what is laid into the site is not written to later.
 */
export async function bundleSearch(
  folder: string,
  { basePath }: { basePath: string },
  kept: string,
  lay: LayFiles,
  languages: readonly Locale[] = locales,
): Promise<void> {
  const waiting = languages.values();
  const work = async (): Promise<void> => {
    const thread = new Worker(new URL('./bundle-worker.ts', import.meta.url));
    for (const locale of waiting) {
      const place = join(kept, 'search-bundles', locale);
      const records = join(folder, locale, 'search-records.json');
      const name = await bundleIn(thread, { locale, records, bundle: place, texts: join(kept, parsedTexts) });
      lay(join(place, 'files'), join(folder, '_search', name));
      const manifest = manifestOf(locale, `${basePath}_search/${name}/`);
      await writeFile(join(folder, locale, 'search.json'), JSON.stringify(manifest));
      await rm(records);
    }
    await thread.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), languages.length) }, work));
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
