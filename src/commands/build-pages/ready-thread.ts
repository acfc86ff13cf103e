import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { linkTree } from './link-tree.ts';
import type { Said, SiteToReady } from './ready-site.ts';

/** A thread that looks whether all pages of the last build lie there, and readies a site of them. */
const { folder, files, spare, others } = workerData as SiteToReady;

const say = (said: Said) => parentPort?.postMessage(said);
say({ lost: files.find((file) => !existsSync(join(folder, file))) });
// What was in the place of a site may have been the name of a folder that lies elsewhere.
const isThere = lstatSync(spare, { throwIfNoEntry: false })?.isDirectory() ?? false;
if (isThere) linkTree(folder, spare, others);
say({ isReady: isThere });
