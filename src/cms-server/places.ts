import { isLocale } from '../i18n/locales.ts';
import { type CollectionName, collectionNames, collections } from '../schema/collections.ts';
import { hasMediaEnding } from '../schema/media.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';

/**
 * Where a file of the editor lies. Decap names files from the project’s root (`content/…`, `public/media/…`); the
 * repository may hold them elsewhere.
 */
export interface Place {
  readonly kind: 'content' | 'media';
  /** As Decap names it. */
  readonly path: string;
  /** From the repository’s root. */
  readonly file: string;
}

const contentRoot = 'content';
export const mediaRoot = 'public/media';

/** Letters of all languages, digits and a few signs; never a dot or a space at either end. */
const segment = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N} _.()+,'’&@-]*[\p{L}\p{M}\p{N}_)])?$/u;

/** The place of `path`, or a refusal: editors reach the files of collections and the media folder, nothing else. */
export function placeOf(repository: Repository, path: unknown): Place {
  if (typeof path !== 'string' || path.length > 300) throw new Refusal('malformed', 'editing.malformed');
  const [root, ...rest] = rootOf(path);
  const isSafe = rest.length > 0 && rest.every((name) => segment.test(name) && !/\.lock$/i.test(name));
  if (isSafe && root === contentRoot && isEntryFile(rest)) {
    return { kind: 'content', path, file: [repository.content, ...rest].join('/') };
  }
  if (isSafe && root === mediaRoot && hasMediaEnding(path)) {
    if (!repository.media) throw new Refusal('refused', 'editing.noMediaFolder');
    return { kind: 'media', path, file: [repository.media, ...rest].join('/') };
  }
  throw new Refusal('refused', 'editing.path', { path });
}

/** The folder `path` of a collection or of media, from the repository’s root. */
export function folderOf(repository: Repository, path: unknown): string {
  const [root, ...rest] = typeof path === 'string' ? rootOf(path.replace(/\/+$/, '')) : [];
  if (root === contentRoot && rest.length === 1 && isCollection(rest[0] ?? '')) {
    return `${repository.content}/${rest[0]}`;
  }
  if (root === mediaRoot && rest.every((name) => segment.test(name))) {
    if (!repository.media) throw new Refusal('refused', 'editing.noMediaFolder');
    return [repository.media, ...rest].join('/');
  }
  throw new Refusal('refused', 'editing.path', { path: String(path) });
}

/** How Decap names the file `file` of the repository, or undefined for a file that is none of the editor’s. */
export function placeOfFile(repository: Repository, file: string): Place | undefined {
  try {
    if (file.startsWith(`${repository.content}/`))
      return placeOf(repository, contentRoot + file.slice(repository.content.length));
    if (repository.media && file.startsWith(`${repository.media}/`))
      return placeOf(repository, mediaRoot + file.slice(repository.media.length));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return undefined;
}

function rootOf(path: string): string[] {
  const root = [contentRoot, mediaRoot].find((name) => path === name || path.startsWith(`${name}/`));
  return root ? [root, ...path.slice(root.length).split('/').slice(1)] : [];
}

/** `<collection>/<slug>.<locale>.<extension>`, the locale perhaps missing: the check of content then says so. */
function isEntryFile([collection, name, ...deeper]: string[]): boolean {
  if (!collection || !name || deeper.length > 0 || !isCollection(collection)) return false;
  const [slug, ...ends] = name.split('.');
  const extension = ends.pop();
  if (!slug || extension !== collections[collection].extension) return false;
  return ends.length === 0 || (ends.length === 1 && isLocale(ends[0]));
}

function isCollection(name: string): name is CollectionName {
  return collectionNames.includes(name as CollectionName);
}
