import type { AstroPrerenderer } from 'astro';
import type { CollectedPrerenderMetadata } from 'astro/app';

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

/** Keeps Astro from removing the originals that `pages` show: it drops those that no page it rendered has named. */
export function keepOriginals(pages: Iterable<PagePictures>): void {
  const places = globalThis as { astroAsset?: { referencedImages?: Set<string> } };
  places.astroAsset ??= {};
  places.astroAsset.referencedImages ??= new Set();
  for (const { referencedImages } of pages)
    for (const file of referencedImages) places.astroAsset.referencedImages.add(file);
}
