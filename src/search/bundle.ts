import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Locale, locales } from '../i18n/locales.ts';
import { type BundlePlace, isThere, stampOfBundle } from './bundle-language.ts';
import { BundleThread } from './bundle-thread.ts';
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

/** What pages write down for the search. */
const recordsName = 'search-records.json';

/** Makes a folder hold the files of another one alone, as cheaply as what lies there allows. */
export type LayFiles = (from: string, to: string) => void;

/** The search of a site that is being built, in some languages: one bundle a language. */
export class SearchMaking {
  readonly #languages: readonly Locale[];
  readonly #places: ReadonlyMap<Locale, BundlePlace>;
  /** What told the bundles that lay there from others. */
  #read: readonly (string | undefined)[];
  #threads: readonly BundleThread[] = [];
  readonly #names = new Map<Locale, Promise<string>>();

  /**
   * What an earlier build left in the folder `kept` is used again where it is of the same records. It is read at once, beside
   * what else a build does before its pages are there.
   */
  constructor(kept: string, languages: readonly Locale[] = locales) {
    this.#languages = languages;
    const texts = join(kept, parsedTexts);
    this.#places = new Map(
      languages.map((locale) => [locale, { locale, bundle: join(kept, 'search-bundles', locale), texts }]),
    );
    this.#read = this.#stamps();
    if (this.#places.values().some(isThere)) this.#start();
  }

  /** True where what lies in the folder is what was read. */
  isOfNow(): boolean {
    return isDeepStrictEqual(this.#read, this.#stamps());
  }

  #stamps(): (string | undefined)[] {
    return [...this.#places.values()].map(stampOfBundle);
  }

  /** Begins to make the bundle of the records of a language that lie in `folder`, in that of the language; without one, of all that are not begun. */
  begin(folder: string, only?: Locale): void {
    if (this.#threads.length === 0) this.#start();
    for (const locale of only ? [only] : this.#languages) {
      if (this.#names.has(locale) || !this.#languages.includes(locale)) continue;
      const thread = this.#threads.find(({ languages }) => languages.includes(locale)) as BundleThread;
      this.#names.set(locale, thread.bundle({ locale, file: join(folder, locale, recordsName) }));
    }
  }

  /**
   * Lays the bundles into the site in `folder`, each in a folder whose name changes with what is in it, writes
   * `<locale>/search.json`, which leads there. What an earlier site has of a bundle is used where that
   * lies in `folder`; what is laid into the site is not written to later. Rejects with what went wrong in a thread.
   */
  async lay(folder: string, { basePath }: { basePath: string }, lay: LayFiles): Promise<void> {
    const site = join(folder, searchFolder);
    const laid = new Set<string>();
    for (const [locale, making] of this.#names) {
      const name = await making;
      laid.add(name);
      await renameFormer(site, locale, name);
      lay(join((this.#places.get(locale) as BundlePlace).bundle, 'files'), join(site, name));
      const manifest: SearchManifest = {
        bundle: `${basePath}${searchFolder}/${name}/`,
        words: suggestionWords(locale),
      };
      await writeFile(join(folder, locale, 'search.json'), JSON.stringify(manifest));
    }
    this.#names.clear();
    for (const former of await foldersIn(site))
      if (!laid.has(former)) await rm(join(site, former), { recursive: true });
  }

  /** Writes down what the next build goes on from. Rejects with what went wrong in a thread. */
  async keep(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.keep()));
  }

  /** What was kept is read, for the next build of this process. */
  readAgain(): void {
    this.#read = this.#stamps();
    for (const thread of this.#threads) thread.readAgain();
  }

  /** Waits until all threads have ended, which have nothing to make any more. */
  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  /** Ends what still runs. */
  async stop(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }

  /** The languages by turns: those of one thread are made one after the other. */
  #start(): void {
    const threads = Math.min(availableParallelism(), this.#languages.length);
    const places = [...this.#places.values()];
    this.#threads = Array.from(
      { length: threads },
      (_, number) => new BundleThread(places.filter((_place, at) => at % threads === number)),
    );
  }
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
