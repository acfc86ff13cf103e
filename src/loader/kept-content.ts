import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { KnownFile } from './files.ts';
import type { KeepBody } from './kept-bodies.ts';
import { type LoadedContent, loadContent } from './load.ts';
import type { LoadedEntry } from './read-entry.ts';

/** What was read of a content folder. */
interface Kept {
  /** By their names from the content folder. */
  readonly files: ReadonlyMap<string, KnownFile>;
  /** By `<collection>/<slug>`. */
  readonly entries: ReadonlyMap<string, LoadedEntry>;
}

/** The content of a folder as it is now: what did not change since the last reading is not read again. */
export interface ContentReader {
  /** `keepBody` hears of the bodies of what is read. */
  readonly read: (keepBody?: KeepBody) => Promise<LoadedContent>;
  /** Writes down what was read last, for the reader of another process. */
  readonly keep: () => Promise<void>;
  /** The same where so much is new that to read it again would take longer. */
  readonly keepNews: () => Promise<void>;
}

/** Where fewer files than one in so many are new, it takes longer to write all than to read theirs again. */
const fewest = 100;

/**
 * A reader that remembers. What another one wrote into the file `memory` it knows too, where it lies there whole; only
 * code that reads content the same may have written it.
 */
export async function contentReader(
  contentDir: string,
  publicDir: string,
  memory?: string,
): Promise<ContentReader> {
  let kept = (memory && (await keptIn(memory))) || { files: new Map(), entries: new Map() };
  let written = kept;
  const keep = async (): Promise<void> => {
    if (!memory || written === kept) return;
    await mkdir(dirname(memory), { recursive: true });
    await writeFile(`${memory}.next`, serialize(kept));
    await rename(`${memory}.next`, memory);
    written = kept;
  };
  return {
    async read(keepBody) {
      const { files, entries } = kept;
      const loaded = await loadContent(
        contentDir,
        publicDir,
        (collection, slug, digest) => {
          const entry = entries.get(`${collection}/${slug}`);
          return entry?.digest === digest ? entry : undefined;
        },
        files,
        keepBody,
      );
      kept = {
        files: loaded.files,
        entries: new Map(loaded.entries.map((entry) => [`${entry.collection}/${entry.slug}`, entry])),
      };
      return loaded;
    },
    keep,
    async keepNews() {
      const news = [...kept.files].filter(([name, file]) => file !== written.files.get(name));
      const gone = written.files.size + news.length - kept.files.size;
      if (Math.max(news.length, gone) * fewest > kept.files.size) await keep();
    },
  };
}

/** The entries that a reader wrote into the file `memory`; undefined where there are none. */
export async function keptEntries(memory: string): Promise<readonly LoadedEntry[] | undefined> {
  const kept = await keptIn(memory);
  return kept && [...kept.entries.values()];
}

/** Undefined where there is nothing that can be read. */
async function keptIn(memory: string): Promise<Kept | undefined> {
  try {
    return deserialize(await readFile(memory)) as Kept;
  } catch {
    return undefined;
  }
}
