import { parentPort, workerData } from 'node:worker_threads';
import { close } from 'pagefind';
import type { Locale } from '../i18n/locales.ts';
import { type BundlePlace, bundleLanguage, isThere, openBundle } from './bundle-language.ts';

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
 * other. Told to read again, it does so for the next build; told that there are no more, it ends.
 */
const places = new Map((workerData as readonly BundlePlace[]).map((place) => [place.locale, place]));
let opened = openAll();
let former: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (wish: RecordsOf | 'read again' | 'no more') => {
  former = former.then(() => {
    if (wish === 'no more') return end();
    return wish === 'read again' ? readAgain() : bundle(wish);
  });
});

function openAll() {
  return new Map(
    [...places].map(([locale, place]) => [locale, isThere(place) ? openBundle(place) : undefined]),
  );
}

async function bundle({ locale, file }: RecordsOf): Promise<void> {
  const earlier = await (opened.get(locale) ?? openBundle(places.get(locale) as BundlePlace));
  opened.delete(locale);
  parentPort?.postMessage({ locale, name: await bundleLanguage(earlier, file) } satisfies BundleMade);
}

async function readAgain(): Promise<void> {
  await close();
  opened = openAll();
}

async function end(): Promise<void> {
  await close();
  parentPort?.close();
}
