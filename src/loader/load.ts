import { type CollectionName, collections } from '../schema/collections.ts';
import { halvesOfForms } from '../schema/forms.ts';
import { fieldName, type Mistake } from '../schema/mistakes.ts';
import { readBody } from './body.ts';
import { crossChecks } from './cross-checks.ts';
import { type ContentFile, digestOf, type KnownFiles, readFiles } from './files.ts';
import { lineOf, partsOf } from './front-matter.ts';
import { type LoadedEntry, readEntry } from './read-entry.ts';

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

/** The content of a folder, read and checked whole: one bad entry never hides the others. Never throws for bad content. */
export async function loadContent(
  contentDir: string,
  publicDir: string,
  recall: Recall = () => undefined,
  knownFiles?: KnownFiles,
): Promise<LoadedContent> {
  const { files, known: filesNow, mistakes: fileMistakes } = await readFiles(contentDir, knownFiles);
  const halves = halvesOfForms();
  const entries: LoadedEntry[] = [];
  const readable: LoadedEntry[] = [];
  const mistakes: Mistake[] = [...fileMistakes];
  const notices: Mistake[] = [];
  const known = new Map<CollectionName, Set<string>>();
  for (const group of Map.groupBy(files, ({ collection, slug }) => `${collection}/${slug}`).values()) {
    const { collection, slug } = group[0] as ContentFile;
    known.set(collection, (known.get(collection) ?? new Set()).add(slug));
    const digest = digestOf(group);
    const recalled = recall(collection, slug, digest);
    const read = recalled
      ? { entry: recalled, mistakes: [], notices: [] }
      : readEntry(group, halves[collection], readBody, digest);
    if (read.mistakes.length === 0) entries.push(read.entry);
    readable.push(read.entry);
    mistakes.push(...read.mistakes);
    notices.push(...read.notices);
  }
  const byName = new Map(files.map((file) => [file.file, file]));
  for (const { file, line, path, key, params } of await crossChecks(readable, known, publicDir)) {
    const found = line ?? lineIn(byName.get(file), path);
    mistakes.push({ file, ...(found && { line: found }), field: fieldName(path), key, params });
  }
  return {
    entries,
    mistakes: inOrder(mistakes),
    notices: inOrder(notices),
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
