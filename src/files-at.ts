import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files at `place`, in order: those of a folder and of all folders in it, or the file that it is. Throws where there is nothing. */
export function filesAt(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
