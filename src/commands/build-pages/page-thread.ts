import { parentPort, workerData } from 'node:worker_threads';
import { knownBodies } from '../../loader/kept-bodies.ts';
import { keptEntries } from '../../loader/kept-content.ts';
import { offerBodies } from '../../loader/offered-bodies.ts';
import { offerEntries } from '../../loader/offered-entries.ts';
import { offerKeptFolders } from '../../traces/kept-folders.ts';
import { offeredCatalogues } from '../../traces/page-traces.ts';
import { statesIn } from '../../traces/state-of.ts';
import { makeAll } from './page-maker.ts';
import { addressOf, firstOfEach } from './page-places.ts';
import type { ThreadShare } from './page-threads.ts';
import { writerInto } from './page-writer.ts';
import { startRenderer } from './renderer.ts';
import { pagesFor } from './shared-pages.ts';
import type { Traces } from './traces.ts';

/** A thread that makes its share of the pages and answers with what they were made of. */
const { app: place, content, bodies, site, folder, kept, pages, number, threads } = workerData as ThreadShare;

const entries = await keptEntries(content);
if (!entries) throw new Error(`Nothing that was read of the content lies in ${content}.`);
offerEntries(async () => entries);
offerBodies(knownBodies(bodies));
offerKeptFolders(kept);
const { source, look } = await startRenderer(place, site, folder);
const paths = new Map(firstOfEach(await source.paths()).map((path) => [addressOf(path), path]));
const own = pagesFor(pages, number, threads).map((address) => {
  const path = paths.get(address);
  if (!path) throw new Error(`/${address} is a page of one thread alone.`);
  return path;
});
const { sheets, finish } = look;
const book = await makeAll(source.app, own, { site, sheets, writer: writerInto(folder, finish) });
const traces: Traces = book.close(statesIn((await offeredCatalogues()) ?? new Map()));
parentPort?.postMessage(traces);
