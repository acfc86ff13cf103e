import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageMetadata } from 'astro';
import { onceAContent } from '../loader/offered-entries.ts';
import { sawMedia } from '../traces/page-traces.ts';

/** A file that editors uploaded, as it lies in the folder of public files. */
export interface MediaFile {
  readonly bytes: number;
  /** Without the dot, in capitals: PDF. */
  readonly type: string;
}

export interface Dimensions {
  readonly width: number;
  readonly height: number;
}

const dimensions = onceAContent(() => new Map<string, Promise<Dimensions | undefined>>());

/** What is known about the file at `address` (/media/a.pdf). Throws if there is none: the content check names it before. */
export async function mediaFile(address: string): Promise<MediaFile> {
  sawMedia(address);
  const { size } = await stat(join('public', address));
  return { bytes: size, type: (address.split('.').at(-1) ?? '').toUpperCase() };
}

/**
 * Width and height of the image at `address`; undefined where the file has none. Read once, but a new object for each
 * caller: Astro writes the class of a component’s styles into what is spread on an element.
 */
export async function dimensionsOf(address: string): Promise<Dimensions | undefined> {
  sawMedia(address);
  const known = dimensions().get(address) ?? readDimensions(address);
  dimensions().set(address, known);
  const found = await known;
  return found && { ...found };
}

async function readDimensions(address: string): Promise<Dimensions | undefined> {
  // It takes long to load, and few edits need it.
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(join('public', address)).metadata();
  return width && height ? { width, height } : undefined;
}

/** The photograph at `address` as Astro's image pipeline takes it; undefined for a drawing (SVG) and for what is no picture. */
export async function photoOf(address: string): Promise<ImageMetadata | undefined> {
  sawMedia(address);
  const photos = import.meta.glob<{ default: ImageMetadata }>('/public/media/**/*.{png,jpg,jpeg,webp,avif}');
  return (await photos[`/public${address}`]?.())?.default;
}
