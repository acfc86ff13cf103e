import type { AstroPrerenderer } from 'astro';
import { type CollectedPrerenderMetadata, getInstalledRenderScope, recordStaticImage } from 'astro/app';

type PictureList = Awaited<ReturnType<NonNullable<AstroPrerenderer['collectStaticImages']>>>;

/** What makes pictures, unless Astro is told otherwise. */
export const imageService = 'astro/assets/services/sharp';

/** The pictures that are made for one page, and the originals it shows as they are. */
export type PagePictures = Pick<CollectedPrerenderMetadata, 'staticImages' | 'referencedImages'>;

/** What Astro told while it rendered a page; undefined for a page without pictures. */
export function picturesIn({
  staticImages,
  referencedImages,
}: CollectedPrerenderMetadata): PagePictures | undefined {
  return staticImages.length + referencedImages.length > 0 ? { staticImages, referencedImages } : undefined;
}

/** All pictures of `pages`, by their originals. */
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
    addStaticImage?: (transform: StaticImage['transform'], toHash: string[], from: string) => string;
  };
}

type StaticImage = PagePictures['staticImages'][number];

/** What Astro names pictures with; it offers that to its own code alone. */
interface AstroNames {
  readonly hashTransform: (transform: StaticImage['transform'], service: string, toHash: string[]) => string;
  readonly propsToFilename: (path: string, transform: StaticImage['transform'], hash: string) => string;
}

/**
 * Has pages that Astro does not build name their pictures as it would; these are made once all pages are. Of a photograph
 * that is no file of the bundle there is none.
 */
export async function namePictures(basePath: string): Promise<void> {
  const place = new URL('assets/utils/hash.js', import.meta.resolve('astro'));
  const { hashTransform, propsToFilename } = (await import(place.href)) as AstroNames;
  (globalThis as AstroAssets).astroAsset = {
    referencedImages: new Set(),
    recordReferencedImage: (file) => getInstalledRenderScope()?.getStore()?.referencedImages?.add(file),
    addStaticImage(transform, toHash, originalSrcPath) {
      if (typeof transform.src !== 'object')
        throw new Error(`${transform.src} is no photograph of this site.`);
      const originalPath = `/${transform.src.src.slice(basePath.length)}`;
      const hash = hashTransform(transform, imageService, toHash);
      const finalPath = propsToFilename(originalPath, transform, hash);
      recordStaticImage({ originalPath, hash, finalPath, originalSrcPath, transform });
      return encodeURI(basePath + finalPath.replace(/^\//, ''));
    },
  };
}
