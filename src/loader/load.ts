import { type CollectionName, collections } from '../schema/collections.ts';
import { fieldName, type Mistake } from '../schema/mistakes.ts';
import { crossChecks } from './cross-checks.ts';
import { type ContentFile, digestOf, type KnownFiles, readFiles } from './files.ts';
import { lineOf, partsOf } from './front-matter.ts';
import type { KeepBody } from './kept-bodies.ts';
import { readEntries } from './read-entries.ts';
import type { LoadedEntry, ReadEntry } from './read-entry.ts';

export interface LoadedContent {
  readonly entries: readonly LoadedEntry[];
  /** By file, then line. Where there are any, `entries` lacks what they made unreadable. */
  readonly mistakes: readonly Mistake[];
  /** What was healed: nothing has to be done. */
  readonly notices: readonly Mistake[];
  readonly fileCount: number;
  /** For whoever reads the folder again. */
  readonly files: KnownFiles;
}

/** Finds an entry of an earlier load whose files were the same, so that it need not be read again. */
export type Recall = (collection: CollectionName, slug: string, digest: string) => LoadedEntry | undefined;

/**
 * The content of a folder, read and checked whole: one bad entry never hides the others. `keepBody` hears of the bodies of
 * entries that were not recalled. Never throws for bad content.
 */
export async function loadContent(
  contentDir: string,
  publicDir: string,
  recall: Recall = () => undefined,
  knownFiles?: KnownFiles,
  keepBody?: KeepBody,
): Promise<LoadedContent> {
  const { files, known: filesNow, mistakes: fileMistakes } = readFiles(contentDir, knownFiles);
  const known = new Map<CollectionName, Set<string>>();
  const groups = Map.groupBy(files, ({ collection, slug }) => `${collection}/${slug}`).values();
  const found = [...groups].map((group) => {
    const { collection, slug } = group[0] as ContentFile;
    known.set(collection, (known.get(collection) ?? new Set()).add(slug));
    const digest = digestOf(group);
    return { files: group, digest, recalled: recall(collection, slug, digest) };
  });
  const read = (
    await readEntries(
      found.filter(({ recalled }) => !recalled),
      keepBody,
    )
  ).values();
  const all = found.map(({ recalled }): ReadEntry => {
    return recalled ? { entry: recalled, mistakes: [], notices: [] } : (read.next().value as ReadEntry);
  });
  const mistakes = [...fileMistakes, ...all.flatMap((one) => one.mistakes)];
  const readable = all.map(({ entry }) => entry);
  const byName = new Map(files.map((file) => [file.file, file]));
  for (const { file, line, path, key, params } of await crossChecks(readable, known, publicDir)) {
    const place = line ?? lineIn(byName.get(file), path);
    mistakes.push({ file, ...(place && { line: place }), field: fieldName(path), key, params });
  }
  return {
    entries: all.filter((one) => one.mistakes.length === 0).map(({ entry }) => entry),
    mistakes: inOrder(mistakes),
    notices: inOrder(all.flatMap(({ notices }) => notices)),
    fileCount: files.length,
    files: filesNow,
  };
}

function lineIn(file: ContentFile | undefined, path: readonly (string | number)[]): number | undefined {
  return file && lineOf(partsOf(collections[file.collection].extension, file.text), path);
}

function inOrder(mistakes: readonly Mistake[]): Mistake[] {
  return mistakes.toSorted((a, b) => a.file.localeCompare(b.file, 'en') || (a.line ?? 0) - (b.line ?? 0));
}
