import { parentPort, workerData } from 'node:worker_threads';
import { lookOf } from './look.ts';
import { writerInto } from './page-writer.ts';
import type { Batch, WriteTask } from './writing-thread.ts';

/** A thread that finishes and writes what another one makes, and answers each batch once it is written. */
const { folder, site } = workerData as WriteTask;
const texts = new Map<string, string>();
const { finish } = await lookOf(site, folder, (css) => texts.get(css) ?? css);
const { write } = writerInto(folder, finish);

parentPort?.on('message', ({ sheets, pages }: Batch) => {
  for (const [name, text] of sheets) texts.set(name, text);
  for (const page of pages) write(page);
  parentPort?.postMessage('written');
});
