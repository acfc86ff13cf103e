import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** Every file of the content folder, in a stable order, and a mistake for each that is none of ours. */
export async function readFiles(contentDir: string): Promise<{ files: ContentFile[]; mistakes: Mistake[] }> {
  const mistakes: Mistake[] = [];
  const files: ContentFile[] = [];
  for (const folder of await foldersOf(contentDir, mistakes)) {
    const names = (await namesIn(join(contentDir, folder))).sort();
    const read = await inTurn(names, 64, (name) => readOne(contentDir, folder, name, mistakes));
    files.push(...read.filter((file) => file !== undefined));
  }
  return { files, mistakes };
}

async function foldersOf(contentDir: string, mistakes: Mistake[]): Promise<CollectionName[]> {
  const present = new Set(await namesIn(contentDir));
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

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => !name.startsWith('.'));
}

async function readOne(
  contentDir: string,
  collection: CollectionName,
  name: string,
  mistakes: Mistake[],
): Promise<ContentFile | undefined> {
  const file = `${collection}/${name}`;
  const { extension } = collections[collection];
  const [, slug, locale] =
    new RegExp(`^([a-z0-9]+(?:-[a-z0-9]+)*)\\.([a-z]+)\\.${extension}$`).exec(name) ?? [];
  if (!slug || !isLocale(locale)) {
    const params = { extension, locales: locales.join(', ') };
    mistakes.push({ file, field: '', key: 'mistakes.fileName', params });
    return undefined;
  }
  const bytes = await readFile(join(contentDir, file)).catch(() => undefined);
  if (!bytes) {
    mistakes.push({ file, field: '', key: 'mistakes.unreadable', params: {} });
    return undefined;
  }
  if (!isUtf8(bytes)) {
    mistakes.push({ file, line: lineOfBadByte(bytes), field: '', key: 'mistakes.utf8', params: {} });
    return undefined;
  }
  const digest = createHash('sha1').update(bytes).digest('base64url');
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  return { file, collection, slug, locale, text, digest };
}

function lineOfBadByte(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n');
  return lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1'))) + 1;
}

/** `work` done for all items, at most `width` at a time; results in the items' order. */
async function inTurn<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

/** The digest of an entry's files: equal for equal files, whatever their order. */
export function digestOf(files: readonly ContentFile[]): string {
  const digests = files.map(({ file, digest }) => `${file} ${digest}`).sort();
  return createHash('sha1').update(digests.join('\n')).digest('base64url');
}
