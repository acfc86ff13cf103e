import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The addresses of other sites that the files of a content folder name, each with its files. */
export async function addressesIn(contentDir: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = await readdir(contentDir, { recursive: true });
  const files = names.filter((name) => /\.(?:mdx|yaml)$/.test(name)).toSorted();
  const found = new Map<string, string[]>();
  for (const file of files) {
    const text = await readFile(join(contentDir, file), 'utf8');
    for (const address of new Set(addressesOf(text)))
      found.set(address, [...(found.get(address) ?? []), file.replaceAll('\\', '/')]);
  }
  return found;
}

/** The addresses in a text, without what ends a sentence. Names that nobody can own are examples. */
export function addressesOf(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"'`»“”{}|\\^]+/g) ?? [];
  return found
    .map(withoutEnd)
    .filter((address) => URL.canParse(address))
    .map((address) => new URL(address))
    .filter(({ hostname }) => !/(?:^|\.)(?:example|test|invalid|example\.(?:com|net|org))$/.test(hostname))
    .map((url) => {
      url.hash = '';
      return url.href;
    });
}

function withoutEnd(address: string): string {
  const trimmed = address.replace(/[.,;:!?*_\]]+$/, '');
  const isClosed = trimmed.split('(').length >= trimmed.split(')').length;
  return isClosed ? trimmed : withoutEnd(trimmed.slice(0, trimmed.lastIndexOf(')')));
}
