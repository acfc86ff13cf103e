import type { AstroPrerenderer } from 'astro';
import { type CollectedPrerenderMetadata, getInstalledRenderScope, recordStaticImage } from 'astro/app';

type PictureList = Awaited<ReturnType<NonNullable<AstroPrerenderer['collectStaticImages']>>>;

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
    referencedImages?: Set<string>;
    recordReferencedImage?: (file: string) => void;
    addStaticImage?: (transform: StaticImage['transform'], toHash: unknown, from: string) => string;
  };
}

type StaticImage = PagePictures['staticImages'][number];

/** Keeps Astro from removing the originals that `pages` show: it drops those that no page it rendered has named. */
export function keepOriginals(pages: Iterable<PagePictures>): void {
  const places = globalThis as AstroAssets;
  places.astroAsset ??= {};
  places.astroAsset.referencedImages ??= new Set();
  for (const { referencedImages } of pages)
    for (const file of referencedImages) places.astroAsset.referencedImages.add(file);
}

/** Has pages that Astro does not build find the pictures that `pages` show; one that asks for another throws UnknownPicture. */
export function knowPictures(pages: Iterable<PagePictures>, basePath: string): void {
  const known = new Map<string, StaticImage>();
  for (const { staticImages } of pages)
    for (const image of staticImages) known.set(JSON.stringify(image.transform), image);
  (globalThis as AstroAssets).astroAsset = {
    referencedImages: new Set(),
    recordReferencedImage: (file) => getInstalledRenderScope()?.getStore()?.referencedImages?.add(file),
    addStaticImage(transform) {
      const image = known.get(JSON.stringify(transform));
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
