import type { AstroPrerenderer } from 'astro';
import { type CollectedPrerenderMetadata, getInstalledRenderScope, recordStaticImage } from 'astro/app';

type PictureList = Awaited<ReturnType<NonNullable<AstroPrerenderer['collectStaticImages']>>>;

/** What makes pictures, unless Astro is told otherwise. */
const imageService = 'astro/assets/services/sharp';

/** The pictures that Astro makes for one page, and the originals it shows as they are; each build makes them anew. */
export type PagePictures = Pick<CollectedPrerenderMetadata, 'staticImages' | 'referencedImages'>;

/** What Astro told while it rendered a page; undefined for a page without pictures. */
export function picturesIn({
  staticImages,
  referencedImages,
}: CollectedPrerenderMetadata): PagePictures | undefined {
  return staticImages.length + referencedImages.length > 0 ? { staticImages, referencedImages } : undefined;
}

/** All pictures of `pages`, as Astro wants to hear of those it did not see rendered. */
export function listOf(pages: Iterable<PagePictures>): PictureList {
  const list: PictureList = new Map();
  for (const { staticImages } of pages) {
    for (const { originalPath, originalSrcPath, hash, finalPath, transform } of staticImages) {
      const known = list.get(originalPath) ?? { originalSrcPath, transforms: new Map() };
      known.transforms.set(hash, { finalPath, transform });
      list.set(originalPath, known);
    }
  }
  return list;
}

/** Where Astro’s code and what it bundles meet. */
interface AstroAssets {
  astroAsset?: {
    imageService?: unknown;
    referencedImages?: Set<string>;
    recordReferencedImage?: (file: string) => void;
    addStaticImage?: (transform: StaticImage['transform'], toHash: string[], from: string) => string;
  };
}

type StaticImage = PagePictures['staticImages'][number];

/**
 * Readies Astro to make what `pages` show, also where it saw none of them rendered: the first picture would have brought
 * what makes it, and originals that no page has named would be removed.
 */
export async function readyPictures(pages: Iterable<PagePictures>): Promise<void> {
  const places = globalThis as AstroAssets;
  places.astroAsset ??= {};
  places.astroAsset.imageService ??= (await import(imageService)).default;
  places.astroAsset.referencedImages ??= new Set();
  for (const { referencedImages } of pages)
    for (const file of referencedImages) places.astroAsset.referencedImages.add(file);
}

/** Has pages that Astro does not build find the pictures that `pages` show; one that asks for another throws UnknownPicture. */
export function knowPictures(pages: Iterable<PagePictures>, basePath: string): void {
  const known = new Map<string, StaticImage>();
  for (const { staticImages } of pages)
    for (const image of staticImages) known.set(JSON.stringify(image.transform), image);
  findPictures(basePath, (transform) => known.get(JSON.stringify(transform)));
}

/** What Astro names pictures with; it offers that to its own code alone. */
interface AstroNames {
  readonly hashTransform: (transform: StaticImage['transform'], service: string, toHash: string[]) => string;
  readonly propsToFilename: (path: string, transform: StaticImage['transform'], hash: string) => string;
}

/**
 * Has pages of a thread, which Astro does not see, find any picture as Astro names it, which is told of it later; one that
 * asks for another than a file of the bundle throws UnknownPicture.
 */
export async function namePictures(basePath: string): Promise<void> {
  const place = new URL('assets/utils/hash.js', import.meta.resolve('astro'));
  const { hashTransform, propsToFilename } = (await import(place.href)) as AstroNames;
  findPictures(basePath, (transform, toHash, originalSrcPath) => {
    if (typeof transform.src !== 'object') return undefined;
    const originalPath = `/${transform.src.src.slice(basePath.length)}`;
    const hash = hashTransform(transform, imageService, toHash);
    const finalPath = propsToFilename(originalPath, transform, hash);
    return { originalPath, hash, finalPath, originalSrcPath, transform };
  });
}

type FindPicture = (
  ...asked: Parameters<Required<Required<AstroAssets>['astroAsset']>['addStaticImage']>
) => StaticImage | undefined;

function findPictures(basePath: string, find: FindPicture): void {
  (globalThis as AstroAssets).astroAsset = {
    referencedImages: new Set(),
    recordReferencedImage: (file) => getInstalledRenderScope()?.getStore()?.referencedImages?.add(file),
    addStaticImage(...asked) {
      const image = find(...asked);
      if (!image) throw new UnknownPicture();
      recordStaticImage(image);
      return encodeURI(basePath + image.finalPath.replace(/^\//, ''));
    },
  };
}

/** Thrown by a page that shows a picture as no page has shown it: Astro has to make it. */
export class UnknownPicture extends Error {}

/** What pages show of pictures: the files of all, in a stable order. */
export function filesShown(pages: Iterable<PagePictures>): string[] {
  const files = [...pages].flatMap(({ staticImages, referencedImages }) => [
    ...staticImages.map(({ finalPath }) => finalPath),
    ...referencedImages,
  ]);
  return [...new Set(files)].sort();
}
