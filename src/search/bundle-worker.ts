import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { freeHeap } from '../heap.ts';
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
 * A thread that makes the bundles of some languages. What earlier builds left it reads at once; it answers each file of records
 * that it is handed with the name of the bundle, one after the other. Told to keep them, it writes down what the next build goes
 * on from; told to read again, it reads that; told that there are no more, it ends.
 */
const places = new Map((workerData as readonly BundlePlace[]).map((place) => [place.locale, place]));
// The thread that makes pages meanwhile has longer to go. On Linux the priority is that of this thread alone.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

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

async function bundle(records: RecordsOf): Promise<void> {
  const { name, isFirst } = await make(records);
  // All that a language is made of would fill the memory that the next one is made in.
  if (isFirst) freeHeap();
  parentPort?.postMessage({ locale: records.locale, name } satisfies BundleMade);
}

/** The name of the bundle, and whether there was none before: such a one is written down at once. */
async function make({ locale, file }: RecordsOf): Promise<{ name: string; isFirst: boolean }> {
  const earlier = opened.get(locale) ?? openBundle(places.get(locale) as BundlePlace);
  opened.delete(locale);
  const one = await bundleLanguage(earlier, file);
  const isFirst = earlier.label === undefined;
  if (isFirst) one.keep();
  else made.push(one);
  return { name: one.name, isFirst };
}

const others = {
  keep(): void {
    for (const bundle of made) bundle.keep();
    made = [];
    parentPort?.postMessage('kept');
  },
  'read again'(): void {
    opened = openAll();
  },
  'no more'(): void {
    parentPort?.close();
  },
};
