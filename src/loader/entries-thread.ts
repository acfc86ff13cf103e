import { parentPort } from 'node:worker_threads';
import { type EntriesRead, type EntriesToRead, readHere } from './read-entries.ts';

/** A thread that reads the entries it is handed, a batch after the other, until it is ended. */
parentPort?.on('message', ({ batch, entries }: EntriesToRead) => {
  parentPort?.postMessage({ batch, read: readHere(entries) } satisfies EntriesRead);
});
