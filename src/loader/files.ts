import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settledStampOf } from '../files-at.ts';
import { isLocale, type Locale, locales } from '../i18n/locales.ts';
import { type CollectionName, collectionNames, collections } from '../schema/collections.ts';
import type { Mistake } from '../schema/mistakes.ts';

/** A file of the content, found by its name and read as text. */
export interface ContentFile {
  /** From the content folder: courses/rgpd.fr.mdx */
  readonly file: string;
  readonly collection: CollectionName;
  readonly slug: string;
  readonly locale: Locale;
  readonly text: string;
  readonly digest: string;
}

/** A file that was read before. */
export interface KnownFile {
  /** What the disk says of it, which differs once it was written or replaced; undefined where that is not certain. */
  readonly stamp: string | undefined;
  readonly digest: string;
}

/** Files by their names from the content folder. */
export type KnownFiles = ReadonlyMap<string, KnownFile>;

/**
 * Every file of the content folder, in a stable order, and a mistake for each that is none of ours. The text of one that
 * lies there as when it was read before, in `known`, is read once somebody asks for it.
 */
export function readFiles(
  contentDir: string,
  known: KnownFiles = new Map(),
): { files: ContentFile[]; known: Map<string, KnownFile>; mistakes: Mistake[] } {
  const now = new Map<string, KnownFile>();
  const mistakes: Mistake[] = [];
  const files: ContentFile[] = [];
  for (const folder of foldersOf(contentDir, mistakes))
    for (const name of namesIn(join(contentDir, folder)).sort()) {
      const file = readOne(contentDir, folder, name, { known, now, mistakes });
      if (file) files.push(file);
    }
  return { files, known: now, mistakes };
}

function foldersOf(contentDir: string, mistakes: Mistake[]): CollectionName[] {
  const present = new Set(namesIn(contentDir));
  if (present.size === 0) {
    mistakes.push({ file: '', field: '', key: 'mistakes.noContent', params: { folder: contentDir } });
  }
  for (const name of present) {
    if (collectionNames.includes(name as CollectionName)) continue;
    mistakes.push({
      file: name,
      field: '',
      key: 'mistakes.folder',
      params: { folders: collectionNames.join(', ') },
    });
  }
  return collectionNames.filter((name) => present.has(name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
}

interface Reading {
  readonly known: KnownFiles;
  readonly now: Map<string, KnownFile>;
  readonly mistakes: Mistake[];
}

function readOne(
  contentDir: string,
  collection: CollectionName,
  name: string,
  { known, now, mistakes }: Reading,
): ContentFile | undefined {
  const file = `${collection}/${name}`;
  const { extension } = collections[collection];
  const [, slug, locale] =
    new RegExp(`^([a-z0-9]+(?:-[a-z0-9]+)*)\\.([a-z]+)\\.${extension}$`).exec(name) ?? [];
  if (!slug || !isLocale(locale)) {
    const params = { extension, locales: locales.join(', ') };
    mistakes.push({ file, field: '', key: 'mistakes.fileName', params });
    return undefined;
  }
  const place = join(contentDir, file);
  const stamp = settledStampOf(place);
  const former = known.get(file);
  if (stamp !== undefined && former?.stamp === stamp) {
    now.set(file, former);
    return {
      file,
      collection,
      slug,
      locale,
      digest: former.digest,
      get text() {
        return textOf(readFileSync(place));
      },
    };
  }
  const bytes = bytesIn(place);
  if (!bytes) {
    mistakes.push({ file, field: '', key: 'mistakes.unreadable', params: {} });
    return undefined;
  }
  if (!isUtf8(bytes)) {
    mistakes.push({ file, line: lineOfBadByte(bytes), field: '', key: 'mistakes.utf8', params: {} });
    return undefined;
  }
  const digest = createHash('sha1').update(bytes).digest('base64url');
  now.set(file, { stamp, digest });
  return { file, collection, slug, locale, text: textOf(bytes), digest };
}

/** The bytes of a file; undefined where it can’t be read. To wait for each takes three times as much of a processor. */
function bytesIn(place: string): Buffer | undefined {
  try {
    return readFileSync(place);
  } catch {
    return undefined;
  }
}

function textOf(bytes: Buffer): string {
  return bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
}

function lineOfBadByte(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n');
  return lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1'))) + 1;
}

/** The digest of an entry's files: equal for equal files, whatever their order. */
export function digestOf(files: readonly ContentFile[]): string {
  const digests = files.map(({ file, digest }) => `${file} ${digest}`).sort();
  return createHash('sha1').update(digests.join('\n')).digest('base64url');
}
