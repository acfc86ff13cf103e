import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Contestant } from './contestants.ts';
import type { PeerPage } from './peer-content.ts';

/** What of an edit is not to be seen in a built site: an empty list where the course’s page, a list and the search show it. */
export async function notLive(
  { output, search }: Pick<Contestant, 'output' | 'search'>,
  { address, locale, topics }: Pick<PeerPage, 'address' | 'locale' | 'topics'>,
  marker: string,
): Promise<string[]> {
  const page = await readFile(join(output, address, 'index.html'), 'utf8').catch(() => '');
  const lists = [join(output, locale, 'topics', topics[0] ?? ''), join(output, locale, 'courses')];
  const missing: string[] = [];
  if (page.split(marker).length < 3) missing.push(`the page ${address}`);
  const inLists = await Promise.all(lists.map((folder) => isIn(folder, marker, isList)));
  if (!inLists.some(Boolean)) missing.push('the lists');
  if (search && !(await isIn(join(output, search), marker))) missing.push('the search');
  return missing;
}

/** Pages of lists; those of courses lie in folders of their own. */
function isList(path: string): boolean {
  return /^(?:page\/\d+\/)?index\.html$/.test(path);
}

async function isIn(folder: string, words: string, isWanted = (_path: string) => true): Promise<boolean> {
  const paths = await readdir(folder, { recursive: true }).catch(() => []);
  for (const path of paths.filter(isWanted)) {
    const file = join(folder, path);
    if ((await stat(file)).isFile() && textOf(await readFile(file)).includes(words)) return true;
  }
  return false;
}

/** Pagefind’s files are gzipped. */
function textOf(bytes: Buffer): string {
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
}

/** The bytes and files of a folder. */
export async function weigh(folder: string): Promise<{ bytes: number; files: number; htmlFiles: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const file of files) bytes += (await stat(join(file.parentPath, file.name))).size;
  return { bytes, files: files.length, htmlFiles: files.filter(({ name }) => name.endsWith('.html')).length };
}
