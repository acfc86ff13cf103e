import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { LocalImageService } from 'astro';
import { assetsFolder, isPhotograph } from './kept-app.ts';
import { imageService, listOf, type PagePictures } from './pictures.ts';
import { pictureIn } from './store.ts';

/** Where pictures lie. */
export interface PicturePlaces {
  /** Of the site. */
  readonly folder: string;
  /** Where those that were made are kept. */
  readonly store: string;
  /** The folder of the photographs they are made from. */
  readonly originals: string;
}

type Original = ReturnType<typeof listOf> extends Map<string, infer Entry> ? Entry : never;
type Made = Original['transforms'] extends Map<string, infer Picture> ? Picture : never;

/**
 * Makes the pictures of `pages` that the store lacks, and has the site hold what its pages show: pictures, and of the
 * originals all but those from which others are made and which nobody shows, as Astro has it. No file is written into.
 * Throws what Astro’s image service says of a photograph that it can’t read.
 */
export async function layPictures(pages: readonly PagePictures[], places: PicturePlaces): Promise<void> {
  const list = listOf(pages);
  await makeMissing([...list.values()], places.store);
  const shown = new Set(pages.flatMap(({ referencedImages }) => referencedImages));
  const wanted = new Map<string, string>();
  for (const name of await readdir(places.originals)) {
    const { originalSrcPath } = list.get(`/${assetsFolder}/${name}`) ?? {};
    if (!originalSrcPath || shown.has(originalSrcPath)) wanted.set(name, join(places.originals, name));
  }
  for (const { finalPath } of [...list.values()].flatMap(({ transforms }) => [...transforms.values()]))
    wanted.set(basename(finalPath), pictureIn(places.store, basename(finalPath)));
  await holdOnly(wanted, join(places.folder, assetsFolder));
}

/** Makes the pictures that are not in the store, of several photographs at a time. */
async function makeMissing(originals: readonly Original[], store: string): Promise<void> {
  const missing = originals.flatMap(({ originalSrcPath, transforms }) => {
    const pictures = transforms
      .values()
      .filter(({ finalPath }) => !existsSync(pictureIn(store, basename(finalPath))));
    return originalSrcPath ? [{ from: originalSrcPath, pictures: [...pictures] }] : [];
  });
  const waiting = missing.filter(({ pictures }) => pictures.length > 0).values();
  const turn = async () => {
    for (const { from, pictures } of waiting) await make(await readFile(from), pictures, store);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, turn));
}

async function make(original: Uint8Array, pictures: readonly Made[], store: string): Promise<void> {
  const service = (await import(imageService)).default as LocalImageService;
  const options = { service: { entrypoint: imageService, config: {} } } as Parameters<
    LocalImageService['transform']
  >[2];
  for (const { finalPath, transform } of pictures) {
    const src = typeof transform.src === 'object' ? transform.src.src : transform.src;
    const { data } = await service.transform(original, { ...transform, src }, options, console);
    const place = pictureIn(store, basename(finalPath));
    await mkdir(dirname(place), { recursive: true });
    // A build that is killed leaves no half of a picture.
    await writeFile(`${place}.next`, data);
    await rename(`${place}.next`, place);
  }
}

/** Of the pictures in `folder` the wanted ones stay; those that are missing are copied. */
async function holdOnly(wanted: ReadonlyMap<string, string>, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const lying = new Set(await readdir(folder));
  for (const name of lying) if (isPhotograph(name) && !wanted.has(name)) await rm(join(folder, name));
  for (const [name, from] of wanted) if (!lying.has(name)) await copyFile(from, join(folder, name));
}
