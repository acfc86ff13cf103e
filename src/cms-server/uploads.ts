import { mediaMistake } from '../schema/media.ts';
import { saysSomething } from './blank.ts';
import { type Place, placeOf } from './places.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';

const largestText = 1_000_000;

/** A file an editor uploads: of a known type, of that type indeed, not too large. */
export async function readUpload(
  repository: Repository,
  asset: unknown,
): Promise<{ place: Place; bytes: Buffer }> {
  const { path, content, encoding } = (asset ?? {}) as Record<string, unknown>;
  if (typeof path !== 'string' || typeof content !== 'string' || encoding !== 'base64')
    throw new Refusal('malformed', 'editing.malformed');
  const bytes = Buffer.from(content, 'base64');
  const mistake = await mediaMistake(path, bytes.length, () => bytes);
  if (mistake) {
    const code = mistake.key === 'editing.size' ? 'too-large' : 'refused';
    throw new Refusal(code, mistake.key, mistake.params);
  }
  const place = placeOf(repository, path.normalize('NFC'));
  if (place.kind !== 'media') throw new Refusal('refused', 'editing.path', { path });
  return { place, bytes };
}

/** A file of an entry as Decap sends it; `text` is null where nothing stands in it, so that no file is made of it. */
export interface DataFile {
  readonly place: Place;
  readonly text: string | null;
  /** Where the file was until this save, if it moves. */
  readonly former: Place | undefined;
}

export function readDataFile(repository: Repository, sent: unknown): DataFile {
  const { path, raw, newPath } = (sent ?? {}) as Record<string, unknown>;
  if (typeof raw !== 'string') throw new Refusal('malformed', 'editing.malformed');
  const at = placeOf(repository, path);
  const place = newPath === undefined || newPath === path ? at : placeOf(repository, newPath);
  if (place.kind !== 'content' || at.kind !== 'content')
    throw new Refusal('refused', 'editing.path', { path: place.path });
  if (Buffer.byteLength(raw) > largestText)
    throw new Refusal('too-large', 'editing.size', { path: place.path, max: largestText / 1e6 });
  return { place, text: saysSomething(place.path, raw) ? raw : null, former: place === at ? undefined : at };
}
