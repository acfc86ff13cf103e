import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { entryTitle } from '../cms/entry-title.ts';
import { mistakeInWords } from '../cms/mistake-words.ts';
import { editorWords } from '../cms/words.ts';
import type { Locale } from '../i18n/locales.ts';
import { type LoadedContent, loadContent } from '../loader/load.ts';
import type { LoadedEntry } from '../loader/read-entry.ts';
import type { CollectionName } from '../schema/collections.ts';
import type { Mistake } from '../schema/mistakes.ts';
import { publishedCommit } from './drafts.ts';
import { filesIn, readBlobs, type TreeFile } from './objects.ts';
import type { Repository } from './repository.ts';

/** Checks trees of the repository as the build would, in a copy at `folder` that follows from one tree to the next. */
export function contentCheck(repository: Repository, folder: string, publicDir: string) {
  let copied = new Map<string, string>();
  let known = new Map<string, LoadedEntry>();
  let last: Promise<unknown> = Promise.resolve();

  const load = async (tree: string): Promise<LoadedContent> => {
    copied = await copyTree(repository, tree, folder, copied);
    const media = repository.media ? join(folder, dirname(repository.media)) : publicDir;
    const recall = (collection: string, slug: string, digest: string) => {
      const entry = known.get(`${collection}/${slug}`);
      return entry?.digest === digest ? entry : undefined;
    };
    const loaded = await loadContent(join(folder, repository.content), media, recall);
    known = new Map(loaded.entries.map((entry) => [`${entry.collection}/${entry.slug}`, entry]));
    return loaded;
  };

  const titleOf = (collection: CollectionName, slug: string) => entryTitle(known, collection, slug);

  const check = async (tree: string): Promise<Mistake[]> => {
    const { mistakes } = await load(tree);
    if (mistakes.length === 0) return [];
    const former = new Set((await load(await publishedCommit(repository))).mistakes.map(nameOf));
    return mistakes.filter((mistake) => !former.has(nameOf(mistake)));
  };

  /**
   * The mistakes that `tree` has and the published content has not, a line each, as the editor’s forms name things; empty
   * where there are none. Of the entry `open` it is not said which it is.
   */
  return async (tree: string, locale: Locale, open?: string): Promise<string> => {
    // One after the other, since they share the copy.
    const work = last.then(() => check(tree));
    last = work.catch(() => undefined);
    const words = editorWords(locale);
    const isOpen = (collection: CollectionName, slug: string) => `${collection}/${slug}` === open;
    const sentences = (await work).map((mistake) => mistakeInWords(mistake, words, { titleOf, isOpen }));
    return [...new Set(sentences)].slice(0, 10).join('\n');
  };
}

/** Without the line: it moves when something is written above. */
function nameOf({ file, field, key, params }: Mistake): string {
  return JSON.stringify([file, field, key, params]);
}

/**
 * Makes `folder` hold the content and the media of a tree, each file as `rewrite` makes it; writes only what differs from
 * what was `copied` there before.
 */
export async function copyTree(
  repository: Repository,
  tree: string,
  folder: string,
  copied: ReadonlyMap<string, string> = new Map(),
  rewrite: (file: string, bytes: Buffer) => Buffer = (_file, bytes) => bytes,
): Promise<Map<string, string>> {
  const { content, media } = repository;
  const parts = [content, ...(media ? [media] : [])].map((part) => filesIn(repository, tree, part));
  const wanted = new Map((await Promise.all(parts)).flat().map((file) => [file.file, file]));
  const missing = [...wanted.values()].filter(({ file, blob }) => copied.get(file) !== blob);
  for (const batch of batchesOf(missing)) {
    const read = await readBlobs(
      repository,
      batch.map(({ blob }) => blob),
    );
    for (const [index, { file }] of batch.entries()) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), rewrite(file, read[index] ?? Buffer.alloc(0)));
    }
  }
  for (const file of copied.keys()) if (!wanted.has(file)) await rm(join(folder, file), { force: true });
  await mkdir(join(folder, content), { recursive: true });
  return new Map([...wanted.values()].map(({ file, blob }) => [file, blob]));
}

/** Not more than some megabytes of blobs in memory at once. */
function batchesOf(files: readonly TreeFile[]): TreeFile[][] {
  const batches: TreeFile[][] = [];
  let room = 0;
  for (const file of files) {
    if (room < file.size || batches.length === 0) {
      batches.push([]);
      room = 32_000_000;
    }
    batches.at(-1)?.push(file);
    room -= file.size;
  }
  return batches;
}
