import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isRunning } from '../../processes.ts';
import { parsedTexts } from '../../search/bundle.ts';
import type { Site } from '../../site.ts';
import type { Part } from '../build-parts/part.ts';
import { KeptApp } from './kept-app.ts';
import { beside, removeLeftovers } from './leftovers.ts';
import { linkTree } from './link-tree.ts';
import { listOf } from './pictures.ts';
import type { KeptPages } from './renew-pages.ts';
import { digestOfSources } from './sources.ts';
import { clearStore, dropPictures, keptPicturesIn, lendStore, pictureIn } from './store.ts';
import type { Traces } from './traces.ts';
import { readTraces, type TracesMemory, writeTraces } from './traces-file.ts';

/** What the pages of a build were made of, in the folder of its workshop: without it the next build makes all of them. */
export const tracesFile = 'traces';

/** The folder in a workshop that pictures outlast a fresh state of the code in, by their own content. */
export const pictureStore = 'store';

/**
 * Lends the pictures that were made for the content in `from` to the first build of `to`, in a copy of this project or of a
 * part of a site: each is known by what it was made of, and to make them takes as long as all pages.
 */
export function lendPictures(from: string, to: string, project?: string, part?: Part): void {
  lendStore(join(placeOf(from), pictureStore), join(placeOf(to, part, project), pictureStore));
}

/** Where the pages of one content folder are made and kept until the next build. */
export interface Workshop {
  /** The digest of the code. */
  readonly sources: string;
  readonly pages: KeptPages;
  /** What renders them. */
  readonly app: KeptApp;
  /** What was read of the content. */
  readonly content: string;
  /** Where bodies lie while the site is built. */
  readonly bodies: string;
  /** Readies the folder of the pages for Astro, which writes or copies anew all that is none of `pages`. */
  readonly clear: (pages: readonly string[]) => void;
  /** Astro’s store, and what was read of the content by one state of the code; pictures by their own content. */
  readonly store: string;
  /** What was compressed, by its content. */
  readonly compressed: string;
  /** What pages and steps keep of what they made, with one state of the code. */
  readonly kept: string;
  /** Pictures that pages keep, by what they were made of. */
  readonly pictures: string;
  /** Where the site goes that a new one has replaced: most of its files are those of the next. */
  readonly spare: string;
  /** Moves it to `folder`, if there is one. */
  readonly takeSpare: (folder: string) => Promise<void>;
  /** Where there is none, one is made of the files of `site`: to make all their names anew takes longer than most edits. */
  readonly readySpare: (site: string) => void;
  readonly close: () => Promise<void>;
}

/**
 * The workshop of a site or of a part of it. What an earlier build left in it is relied on only where that build came to its end, with the
 * same code; another build that runs at the moment gets it no more than this one: the second has a workshop of its own. What this process wrote down
 * last it finds in `traces`, where it has such.
 */
export async function openWorkshop(
  site: Site,
  isFresh: boolean,
  part?: Part,
  traces?: TracesMemory,
): Promise<Workshop> {
  const sources = digestOfSources(site);
  const own = placeOf(site.contentDir, part);
  const isOurs = await claim(own);
  await writeFile(join(own, 'content'), resolve(site.contentDir));
  await removeForgotten(dirname(own), own);
  const place = isOurs ? own : beside(own, 'alone');
  const folder = join(place, 'site');
  const record = join(place, tracesFile);
  const store = join(place, pictureStore);
  const kept = join(place, 'kept');
  const spare = join(place, 'spare');
  const app = new KeptApp(join(place, 'app'), folder);
  const former = isFresh ? undefined : formerTraces((traces ?? plain).read(record, sources), store);
  if (!former) {
    await removeCompiled();
    await app.drop();
    for (const stale of [folder, record]) rmSync(stale, { recursive: true, force: true });
    if (isFresh) rmSync(spare, { recursive: true, force: true });
    await clearKept(kept, isFresh);
    await clearStore(store, isFresh);
    await mkdir(folder, { recursive: true });
  }
  if (former) await dropPictures(store, new Set(picturesOf(former)));
  return {
    sources,
    app,
    store,
    content: join(store, 'content'),
    bodies: join(store, 'bodies'),
    clear: (pages) => removeAllBut(folder, new Set(pages)),
    compressed: join(place, 'compressed'),
    kept,
    pictures: keptPicturesIn(store),
    spare,
    takeSpare: (folder) => moveSpare(spare, folder),
    readySpare(site) {
      if (!existsSync(spare) && statSync(site).dev === statSync(place).dev) linkTree(site, spare);
    },
    pages: {
      folder,
      former,
      begin: () => rm(record, { force: true }),
      finish: (made) => (traces ?? plain).write(record, sources, made),
    },
    close: () => rm(isOurs ? join(own, 'owner') : place, { recursive: true, force: true }),
  };
}

/** Holds nothing. */
const plain: Pick<TracesMemory, 'read' | 'write'> = { read: readTraces, write: writeTraces };

const month = 30 * 86_400_000;

/** Workshops of content that is gone, and those in which nothing was built for a month. */
async function removeForgotten(folder: string, own: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const place = join(folder, name);
    if (place === own || (await ownerOf(place))) continue;
    const content = await readFile(join(place, 'content'), 'utf8').catch(() => undefined);
    const isGone = content !== undefined && !existsSync(content);
    // The owner’s file comes and goes with each build, and the folder bears the time of it.
    const { mtimeMs } = await stat(place).catch(() => ({ mtimeMs: Date.now() }));
    if (isGone || Date.now() - mtimeMs > month) await rm(place, { recursive: true, force: true });
  }
}

/** What `run.mjs` keeps of compiled code grows with each change of the code: what is used is compiled once a month. */
async function removeCompiled(): Promise<void> {
  const folder = resolve('.build/compiled');
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const file of files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)))
    if (Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > month)
      rmSync(file, { force: true });
}

/** With other code all goes but the texts that Pagefind has read; with `isFresh` these too. */
async function clearKept(kept: string, isFresh: boolean): Promise<void> {
  for (const name of await readdir(kept).catch(() => []))
    if (isFresh || name !== parsedTexts) await rm(join(kept, name), { recursive: true });
}

/** What was in the place of a site may have been no folder, but the name of one that lies elsewhere. */
async function moveSpare(spare: string, folder: string): Promise<void> {
  if (lstatSync(spare, { throwIfNoEntry: false })?.isDirectory()) await rename(spare, folder);
}

/** The folder of a workshop, in that of a project. */
export function placeOf(contentDir: string, part?: Part, project = '.'): string {
  const share = part ? ` ${part.number}/${part.of}` : '';
  const name = createHash('sha1')
    .update(`${resolve(contentDir)}${share}`)
    .digest('hex')
    .slice(0, 12);
  return resolve(project, '.build/pages', name);
}

/**
 * What Astro writes or copies anew for each build goes, so that no file of the site that is served is written into, and
 * the folders that are then empty.
 */
function removeAllBut(folder: string, pages: ReadonlySet<string>, top = folder): void {
  let left = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeAllBut(path, pages, top);
    if (entry.isDirectory() ? existsSync(path) : pages.has(relative(top, path))) left += 1;
    else rmSync(path, { force: true });
  }
  if (folder !== top && left === 0) rmdirSync(folder);
}

/** The traces of a build whose pages can be relied on: of the same code, and with all pictures that Astro made for them. */
function formerTraces(traces: Traces | undefined, store: string): Traces | undefined {
  const isMade = (picture: string) => existsSync(pictureIn(store, picture));
  return traces && picturesOf(traces).every(isMade) ? traces : undefined;
}

/** The names of the pictures that Astro made for the pages. */
function picturesOf({ pictures }: Traces): string[] {
  const made = [...listOf(Object.values(pictures)).values()];
  return made.flatMap(({ transforms }) =>
    [...transforms.values()].map(({ finalPath }) => basename(finalPath)),
  );
}

/** Takes a workshop for this process; false where another one that runs has it. */
async function claim(place: string): Promise<boolean> {
  await removeLeftovers(place);
  await mkdir(place, { recursive: true });
  const owner = await ownerOf(place);
  if (owner && owner !== process.pid) return false;
  const file = join(place, 'owner');
  await rm(file, { force: true });
  return writeFile(file, String(process.pid), { flag: 'wx' }).then(
    () => true,
    () => false,
  );
}

/** The process that builds in a workshop; undefined where none does. */
async function ownerOf(place: string): Promise<number | undefined> {
  const owner = Number(await readFile(join(place, 'owner'), 'utf8').catch(() => ''));
  return owner && isRunning(owner) ? owner : undefined;
}
