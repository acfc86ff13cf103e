import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keyOf } from './texts/text-store.ts';

/** The files of a bundle in a folder. None is written into: a site that is served shares the old ones. */
export class LaidFiles {
  readonly #folder: string;
  /** The digests of those that lie there and were not laid anew, by path. */
  readonly #former: Map<string, string>;
  readonly #folders = new Set<string>();

  constructor(folder: string, former: Iterable<readonly [path: string, digest: string]>) {
    this.#folder = folder;
    this.#former = new Map(former);
  }

  /** Writes a file, unless it lies there; its digest. */
  lay(path: string, content: Uint8Array): string {
    const [file, digest, former] = [join(this.#folder, path), keyOf(content), this.#former.get(path)];
    this.keep(path);
    if (former === digest) return digest;
    if (former !== undefined) rmSync(file, { force: true });
    this.#make(dirname(file));
    writeFileSync(file, content);
    return digest;
  }

  /** Leaves a file as it is. */
  keep(path: string): void {
    this.#former.delete(path);
  }

  /** Removes all that were neither laid nor kept. */
  removeOthers(): void {
    for (const path of this.#former.keys()) rmSync(join(this.#folder, path), { force: true });
  }

  #make(folder: string): void {
    if (this.#folders.has(folder)) return;
    this.#folders.add(folder);
    mkdirSync(folder, { recursive: true });
  }
}
