import { hash } from 'node:crypto';
import { cpSync, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linkTree } from './link-tree.ts';

/** Pictures that Astro made, and those that pages keep: each bears the digest of what it was made of in its name. */
const [ofAstro, ofPages] = ['assets', 'pictures'];
/** Which packages made them. */
const recordName = 'packages';

/**
 * Makes Astro’s store ready for other code than that which filled it: the entries go, the pictures stay as long as the
 * packages that make them are the same. With `isFresh` all goes.
 */
export async function clearStore(store: string, isFresh: boolean): Promise<void> {
  const record = join(store, recordName);
  const packages = hash('sha1', process.version + (await readFile('package-lock.json', 'utf8')));
  const isSame = !isFresh && (await readFile(record, 'utf8').catch(() => '')) === packages;
  for (const name of await readdir(store).catch(() => []))
    if (!isSame || (name !== ofAstro && name !== ofPages))
      await rm(join(store, name), { recursive: true, force: true });
  await mkdir(store, { recursive: true });
  await writeFile(record, packages);
}

/** Where pages keep the pictures they make. */
export function keptPicturesIn(store: string): string {
  return join(store, ofPages);
}

/** Where Astro’s picture of that file name is kept. */
export function pictureIn(store: string, name: string): string {
  return join(store, ofAstro, name);
}

/** Lends the pictures of `store` to another one that is not there yet, as further names of the same files: nobody writes into them. */
export function lendStore(store: string, to: string): void {
  if (existsSync(to) || !existsSync(join(store, recordName))) return;
  for (const name of [ofAstro, ofPages])
    if (existsSync(join(store, name))) linkTree(join(store, name), join(to, name));
  cpSync(join(store, recordName), join(to, recordName));
}

/** Pictures that no page shows any more go: each change of one leaves some. */
export async function dropPictures(store: string, shown: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(join(store, ofAstro)).catch(() => []))
    if (!shown.has(name)) await rm(pictureIn(store, name), { recursive: true });
}
