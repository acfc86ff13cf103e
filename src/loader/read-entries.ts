import { availableParallelism } from 'node:os';
import { setImmediate as others } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { halvesOfForms } from '../schema/forms.ts';
import { readBody } from './body.ts';
import type { ContentFile } from './files.ts';
import { type KeepBody, type ParsedBody, parsedBody } from './kept-bodies.ts';
import { type BodyReader, type ReadEntry, readEntry } from './read-entry.ts';

/** The files of one entry, and their digest. */
export interface EntryFiles {
  readonly files: readonly ContentFile[];
  readonly digest: string;
}

/** Entries that a thread is handed, and what it answers; `batch` says which they are. */
export interface EntriesToRead {
  readonly batch: number;
  readonly entries: readonly EntryFiles[];
  readonly withBodies: boolean;
}
export interface EntriesRead {
  readonly batch: number;
  readonly read: readonly ReadEntry[];
  /** Where they were asked for. */
  readonly bodies: readonly ParsedBody[];
}

/** Below so many entries, what it takes to start a thread is more than it saves. */
export const entriesWorthAThread = 600;
const inABatch = 20;
/** So many lie ready with the thread, which need not wait then while this one reads. */
const readyAhead = 2;

/**
 * What `readEntry` finds in each of `entries`, in their order; `keepBody` hears of their bodies, in any. Many are read by
 * two threads. Rejects with what went wrong in one.
 */
export async function readEntries(
  entries: readonly EntryFiles[],
  keepBody?: KeepBody,
): Promise<readonly ReadEntry[]> {
  if (entries.length < entriesWorthAThread || availableParallelism() < 2) return readHere(entries, keepBody);
  const batches = Array.from({ length: Math.ceil(entries.length / inABatch) }, (_, batch) =>
    entries.slice(batch * inABatch, (batch + 1) * inABatch),
  );
  const waiting = batches.entries();
  const read: (readonly ReadEntry[])[] = [];
  const thread = new Worker(new URL('./entries-thread.ts', import.meta.url));
  try {
    const theirs = readInThread(thread, waiting, read, keepBody);
    for (const [batch, here] of waiting) {
      read[batch] = readHere(here, keepBody);
      await others();
    }
    await theirs;
  } finally {
    await thread.terminate();
  }
  return read.flat();
}

export function readHere(entries: readonly EntryFiles[], keepBody?: KeepBody): readonly ReadEntry[] {
  const halves = halvesOfForms();
  const bodyReader: BodyReader = (file, parts) =>
    readBody(file, parts, keepBody && ((place, body) => keepBody(parsedBody(file.locale, place, body))));
  return entries.map(({ files, digest }) =>
    readEntry(files, halves[(files[0] as ContentFile).collection], bodyReader, digest),
  );
}

/** Hands `thread` one batch of `waiting` after the other and lays its answers into `read`, until none waits. */
function readInThread(
  thread: Worker,
  waiting: Iterator<[number, readonly EntryFiles[]]>,
  read: (readonly ReadEntry[])[],
  keepBody: KeepBody | undefined,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let open = 0;
  const hand = (): void => {
    const { value, done } = waiting.next();
    if (done) return;
    const [batch, entries] = value;
    open += 1;
    thread.postMessage({ batch, entries, withBodies: keepBody !== undefined } satisfies EntriesToRead);
  };
  thread.on('message', (answer: EntriesRead) => {
    open -= 1;
    read[answer.batch] = answer.read;
    for (const body of answer.bodies) keepBody?.(body);
    hand();
    if (open === 0) resolve();
  });
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('A thread ended before the content was read.')));
  for (let ready = 0; ready < readyAhead; ready += 1) hand();
  // Whoever waits for it later hears of it then.
  promise.catch(() => undefined);
  return promise;
}
