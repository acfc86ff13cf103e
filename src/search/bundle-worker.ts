import { parentPort, workerData } from 'node:worker_threads';
import { close } from 'pagefind';
import type { Locale } from '../i18n/locales.ts';
import { type BundlePlace, bundleLanguage, isThere, type MadeBundle, openBundle } from './bundle-language.ts';

/** The records of a language, in a file. */
export interface RecordsOf {
  readonly locale: Locale;
  readonly file: string;
}

/** A bundle that was made. */
export interface BundleMade {
  readonly locale: Locale;
  readonly name: string;
}

/**
 * A thread that makes the bundles of some languages: Pagefind reads while another language is put together. What earlier
 * builds left it reads at once; it answers each file of records that it is handed with the name of the bundle, one after the
 * other. Told to keep them, it writes down what the next build goes on from; told to read again, it reads that; told that
 * there are no more, it ends.
 */
const places = new Map((workerData as readonly BundlePlace[]).map((place) => [place.locale, place]));
let opened = openAll();
/** Not kept yet. */
let made: MadeBundle[] = [];
let former: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (wish: RecordsOf | keyof typeof others) => {
  former = former.then(() => (typeof wish === 'string' ? others[wish]() : bundle(wish)));
});

function openAll() {
  return new Map(
    [...places].map(([locale, place]) => [locale, isThere(place) ? openBundle(place) : undefined]),
  );
}

async function bundle({ locale, file }: RecordsOf): Promise<void> {
  const earlier = await (opened.get(locale) ?? openBundle(places.get(locale) as BundlePlace));
  opened.delete(locale);
  const one = await bundleLanguage(earlier, file);
  // All that a language is made of would fill the memory that the next one is made in.
  if (earlier.label) made.push(one);
  else await one.keep();
  parentPort?.postMessage({ locale, name: one.name } satisfies BundleMade);
}

const others = {
  async keep(): Promise<void> {
    for (const bundle of made) await bundle.keep();
    made = [];
    parentPort?.postMessage('kept');
  },
  async 'read again'(): Promise<void> {
    await close();
    opened = openAll();
  },
  async 'no more'(): Promise<void> {
    await close();
    parentPort?.close();
  },
};
