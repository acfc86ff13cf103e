import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The words of bodies, each found once. */
export interface KeptWords {
  /** The words of the body whose file has this digest: as they were kept, otherwise as `find` finds them. */
  readonly of: (digest: string, find: () => Promise<string>) => Promise<string>;
  /** Keeps what was asked for. */
  readonly save: () => Promise<void>;
}

/** The words that `file` keeps; without a file none are kept. */
export async function openWords(file: string | undefined): Promise<KeptWords> {
  const former = new Map(file ? await readWords(file) : []);
  const words = new Map<string, string>();
  return {
    async of(digest, find) {
      const found = words.get(digest) ?? former.get(digest) ?? (await find());
      words.set(digest, found);
      return found;
    },
    async save() {
      if (!file) return;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.next`, JSON.stringify([...words]));
      await rename(`${file}.next`, file);
    },
  };
}

async function readWords(file: string): Promise<[string, string][]> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  return JSON.parse(text) as [string, string][];
}
