import { mediaMistake } from '../schema/media.ts';
import { Refused } from './tab.ts';
import type { EditorWords } from './words.ts';

/** A file that waits to be uploaded, as Decap holds it. */
export interface Upload {
  readonly path: string;
  /** Where this page can read it. */
  readonly url: string;
  readonly fileObj?: Blob;
}

interface Uploading<Asset> {
  readonly dataFiles: readonly { readonly raw: string }[];
  readonly assets: readonly Asset[];
}

/** An entry with the uploads that it shows: one that was refused and replaced must not keep it from being saved. */
export function withShownUploads<Entry extends Uploading<{ readonly path: string }>>(entry: Entry): Entry {
  const shown = ({ path }: { path: string }) =>
    entry.dataFiles.some(({ raw }) => raw.includes(path.replace(/^\/?public\//, '/')));
  return { ...entry, assets: entry.assets.filter(shown) };
}

/** Throws `Refused`, in words, for a file that may not lie among the media. */
export async function refuseForbidden({ path, url, fileObj }: Upload, words: EditorWords): Promise<void> {
  const file = fileObj ?? (await (await fetch(url)).blob());
  const mistake = await mediaMistake(path, file.size, async () => new Uint8Array(await file.arrayBuffer()));
  if (mistake) throw new Refused(words.t(mistake.key, mistake.params), 422);
}
