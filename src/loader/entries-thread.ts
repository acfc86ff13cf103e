import { parentPort } from 'node:worker_threads';
import type { ParsedBody } from './kept-bodies.ts';
import { type EntriesRead, type EntriesToRead, readHere } from './read-entries.ts';

/** A thread that reads the entries it is handed, a batch after the other, until it is ended. */
parentPort?.on('message', ({ batch, entries, withBodies }: EntriesToRead) => {
  const bodies: ParsedBody[] = [];
  const read = readHere(entries, withBodies ? (body) => bodies.push(body) : undefined);
  parentPort?.postMessage({ batch, read, bodies } satisfies EntriesRead);
});
