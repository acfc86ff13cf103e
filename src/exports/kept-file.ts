import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

function digestOf(content: string): string {
  return createHash('sha1').update(content).digest('hex');
}
