import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { moduleFileOf } from '../../exports/module-files.ts';
import type { Site } from '../../site.ts';
import { isOfSearch } from '../build-parts/part.ts';

/** A page or another file that a route makes. */
export type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** Its address from the site’s root, without slashes at its ends. */
export function addressOf({ pathname }: Pick<Path, 'pathname'>): string {
  return pathname.replace(/^\/+|\/+$/g, '');
}

/** The folder in that of the pages that holds those which are not published: what later steps of the build make something of. */
export const materialFolder = '.material';

/** Its file, from the folder of the pages. */
export function fileOf(path: Path): string {
  const file = publishedAs(path);
  return isMaterial(addressOf(path)) ? join(materialFolder, file) : file;
}

/** Where the search reads what to index, and what the file of a module is made of. */
function isMaterial(address: string): boolean {
  return isOfSearch(address) || moduleFileOf(address) !== undefined;
}

function publishedAs(path: Path): string {
  const address = addressOf(path);
  if (path.route.type === 'endpoint') return address;
  if (address === '404' || address === '500') return `${address}.html`;
  return join(address, 'index.html');
}

/** Where it is published. */
export function urlOf(path: Path, { address, basePath }: Pick<Site, 'address' | 'basePath'>): URL {
  const own = addressOf(path);
  return new URL(basePath + own + (own && path.route.type === 'page' ? '/' : ''), address);
}

/** Where two routes make one address, the first has it, as Astro has it. */
export function firstOfEach(paths: readonly Path[]): Path[] {
  return [...new Map(paths.toReversed().map((path) => [addressOf(path), path])).values()].toReversed();
}

/** Writes new files into `folder`. */
export type WriteNew = (file: string, content: string | Uint8Array) => void;

/** What writes new files into `folder`. It throws for one that is there: `public/` may have it too. */
export function newFilesIn(folder: string): WriteNew {
  const folders = new Set<string>();
  return (file, content) => {
    const place = join(folder, file);
    if (!folders.has(dirname(place))) mkdirSync(dirname(place), { recursive: true });
    folders.add(dirname(place));
    try {
      // Without the encoding named, Node takes a slower way.
      writeFileSync(place, content, { encoding: 'utf8', flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new Error(`${file} is a page of this site and a file of public/ too: give one another name.`);
    }
  };
}
