import { createHash, randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Text that a server sends; pictures, fonts, films and Pagefind’s files are compressed as they are. */
const compressible = new Set('.html .css .js .json .webmanifest .xml .svg .txt .csv .ics .vtt'.split(' '));

/** Less than one packet of the network stays one packet. */
const leastBytes = 1200;

const encodings = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

/**
 * Lays `page.html.br` and `page.html.gz` beside each text file of `folder`, for servers that send such files as they are.
 * What was compressed before is found again in `cache` by its content; what this site does not use leaves the cache.
 */
export async function compressFiles(folder: string, cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const kept = new Set(await readdir(cache));
  const used = new Map<string, Promise<void>>();
  const waiting = (await filesToCompress(folder)).values();
  const work = async (): Promise<void> => {
    for (const file of waiting) {
      const bytes = await readFile(file);
      const digest = createHash('sha1').update(bytes).digest('hex');
      for (const [ending, compress] of Object.entries(encodings)) {
        const name = `${digest}.${ending}`;
        // Who has the same content at the same time waits for the one copy.
        const made =
          used.get(name) ??
          (kept.has(name) ? Promise.resolve() : compress(bytes).then((copy) => put(join(cache, name), copy)));
        used.set(name, made);
        await made;
        await linkOrCopy(join(cache, name), `${file}.${ending}`);
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  for (const name of kept) if (!used.has(name)) await rm(join(cache, name), { force: true });
}

async function filesToCompress(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && compressible.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return files.filter((_file, index) => (sizes[index] ?? 0) >= leastBytes);
}

/** Whole or not at all. */
async function put(file: string, bytes: Buffer): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, bytes);
  await rename(draft, file);
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  await rm(to, { force: true });
  await link(from, to).catch(() => copyFile(from, to));
}
