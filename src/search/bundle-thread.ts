import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Locale } from '../i18n/locales.ts';
import type { BundlePlace } from './bundle-language.ts';
import type { BundleMade, RecordsOf } from './bundle-worker.ts';

/** Two thirds of what Node gives a thread for what is new: most of what is read here stays, and more makes it no faster. */
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

/** A thread that makes the bundles of some languages. */
export class BundleThread {
  readonly languages: readonly Locale[];
  readonly #thread: Worker;
  readonly #waiting = new Map<Locale, PromiseWithResolvers<string>>();
  #kept: PromiseWithResolvers<void> | undefined;
  #failure: Error | undefined;

  constructor(places: readonly BundlePlace[]) {
    this.languages = places.map(({ locale }) => locale);
    this.#thread = new Worker(new URL('./bundle-worker.ts', import.meta.url), {
      workerData: places,
      resourceLimits,
    });
    this.#thread.on('message', (said: BundleMade | 'kept') => {
      if (said === 'kept') this.#kept?.resolve();
      else this.#waiting.get(said.locale)?.resolve(said.name);
    });
    this.#thread.on('error', (error: Error) => this.#fail(error));
    this.#thread.on('exit', () => this.#fail(new Error('A thread ended before the search was made.')));
  }

  /** The name of the bundle of these records. Rejects with what went wrong in the thread, which then ends. */
  bundle(records: RecordsOf): Promise<string> {
    const made = Promise.withResolvers<string>();
    this.#waiting.set(records.locale, made);
    // Whoever waits for it later hears of it then.
    made.promise.catch(() => undefined);
    if (this.#failure) made.reject(this.#failure);
    else this.#thread.postMessage(records);
    return made.promise;
  }

  /** Writes down what the next build goes on from. Rejects with what went wrong in the thread. */
  keep(): Promise<void> {
    const kept = Promise.withResolvers<void>();
    this.#kept = kept;
    if (this.#failure) kept.reject(this.#failure);
    else this.#thread.postMessage('keep');
    return kept.promise;
  }

  /** Reads what was kept, for the next build. */
  readAgain(): void {
    this.#thread.postMessage('read again');
  }

  /** Waits until all is made and the thread has ended. */
  async end(): Promise<void> {
    this.#thread.postMessage('no more');
    await once(this.#thread, 'exit');
  }

  async stop(): Promise<void> {
    await this.#thread.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const made of this.#waiting.values()) made.reject(this.#failure);
    this.#kept?.reject(this.#failure);
  }
}
