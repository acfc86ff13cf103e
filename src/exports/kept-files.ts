import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** The content of a file of the site by its path; undefined where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined;

/** Files that are made of others, kept from one build to the next. */
export interface KeptFiles {
  /** Lays at `target` what `make` makes of `source` and of the files it reads, unless it is kept. */
  readonly lay: (target: string, source: string, make: (read: ReadFile) => string) => void;
  /** What was not laid leaves the folder. */
  readonly close: () => void;
}

/** The files kept in `folder`; `read` reads the site they are made of. */
export function openKeptFiles(folder: string, read: ReadFile): KeptFiles {
  mkdirSync(folder, { recursive: true });
  const used = new Set<string>();
  const digests = new Map<string, string>();
  const digestAt = (path: string): string => {
    const known = digests.get(path);
    if (known !== undefined) return known;
    const content = read(path);
    const digest = content ? digestOf(content) : '';
    digests.set(path, digest);
    return digest;
  };
  return {
    lay(target, source, make) {
      const name = digestOf(source);
      const [file, label] = [join(folder, name), join(folder, `${name}.json`)];
      used.add(name).add(`${name}.json`);
      const isKept = labelAt(label)?.every(([path, digest]) => digestAt(path) === digest);
      if (!isKept) {
        const paths = new Set<string>();
        const made = make((path) => {
          paths.add(path);
          return read(path);
        });
        // What was laid into a site shares its bytes with this file: it is not written to.
        rmSync(file, { force: true });
        writeFileSync(file, made);
        writeFileSync(label, JSON.stringify([...paths].map((path) => [path, digestAt(path)])));
      }
      layFile(file, target);
    },
    close() {
      for (const name of readdirSync(folder)) if (!used.has(name)) rmSync(join(folder, name));
    },
  };
}

/** What `make` makes of `source`, from `folder` where it is kept there; it is made each time where there is no folder. */
export async function keptFile(
  folder: string | undefined,
  source: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  if (folder === undefined) return make();
  const file = join(folder, digestOf(source));
  if (existsSync(file)) return readFileSync(file);
  const made = await make();
  mkdirSync(folder, { recursive: true });
  // Whole or not at all, also when the build is killed.
  writeFileSync(`${file}.${process.pid}`, made);
  renameSync(`${file}.${process.pid}`, file);
  return made;
}

/** Of which files a kept one was made, and their digests then. */
function labelAt(file: string): readonly (readonly [path: string, digest: string])[] | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as [string, string][];
  } catch {
    return undefined;
  }
}

function layFile(file: string, target: string): void {
  rmSync(target, { force: true });
  try {
    linkSync(file, target);
  } catch {
    copyFileSync(file, target);
  }
}

function digestOf(content: string | Uint8Array): string {
  return createHash('sha1').update(content).digest('hex');
}
