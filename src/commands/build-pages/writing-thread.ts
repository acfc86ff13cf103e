import { Worker } from 'node:worker_threads';
import type { Site } from '../../site.ts';
import type { NamedSheets } from './named-sheets.ts';
import type { PageFile, PageWriter } from './page-writer.ts';

/** What a thread has to know to write pages. */
export interface WriteTask {
  /** Of the pages. */
  readonly folder: string;
  readonly site: Pick<Site, 'basePath'>;
}

/** Pages that are written together, and the styles that no batch before had by their names. */
export interface Batch {
  readonly sheets: readonly (readonly [name: string, text: string])[];
  readonly pages: readonly PageFile[];
}

/** From so many pages on a thread that writes them saves more than it takes to start one. */
export const manyPages = 1_000;

/** So many pages are handed over at once: each message takes its time. */
const pagesABatch = 16;
/** So many batches may wait: they are held in memory. */
const mostWaiting = 12;

/** A thread that finishes and writes pages beside the one that makes them. */
export class WritingThread implements PageWriter {
  readonly #thread: Worker;
  readonly #sheets: NamedSheets;
  #named = 0;
  #pages: PageFile[] = [];
  #waiting = 0;
  #failure: Error | undefined;
  #news = Promise.withResolvers<void>();

  constructor(task: WriteTask, sheets: NamedSheets) {
    this.#sheets = sheets;
    this.#thread = new Worker(new URL('./write-thread.ts', import.meta.url), { workerData: task });
    this.#thread.on('message', () => {
      this.#waiting -= 1;
      this.#tell();
    });
    this.#thread.on('error', (error: Error) => this.#fail(error));
    this.#thread.on('exit', () => this.#fail(new Error('A thread ended before its pages were written.')));
  }

  write(page: PageFile): Promise<void> | undefined {
    if (this.#failure) throw this.#failure;
    this.#pages.push(page);
    if (this.#pages.length < pagesABatch) return undefined;
    this.#hand();
    return this.#waiting > mostWaiting ? this.#until(mostWaiting) : undefined;
  }

  async written(): Promise<void> {
    if (this.#pages.length > 0) this.#hand();
    await this.#until(0);
  }

  async stop(): Promise<void> {
    await this.#thread.terminate();
  }

  #hand(): void {
    const texts = [...this.#sheets.texts];
    const batch: Batch = { sheets: texts.slice(this.#named), pages: this.#pages };
    this.#named = texts.length;
    this.#pages = [];
    this.#waiting += 1;
    this.#thread.postMessage(batch, buffersOf(batch));
  }

  async #until(most: number): Promise<void> {
    while (this.#waiting > most && !this.#failure) await this.#news.promise;
    if (this.#failure) throw this.#failure;
  }

  #tell(): void {
    this.#news.resolve();
    this.#news = Promise.withResolvers();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#tell();
  }
}

/**
 * The memory of pages that goes over to the other thread instead of being copied: Astro wrote each for itself. What endpoints
 * answer with somebody may hold.
 */
function buffersOf({ pages }: Batch): ArrayBuffer[] {
  return pages.flatMap(({ content, isHtml }) =>
    isHtml && typeof content !== 'string' && content.byteLength === content.buffer.byteLength
      ? (content.buffer as ArrayBuffer)
      : [],
  );
}
