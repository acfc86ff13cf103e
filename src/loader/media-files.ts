import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type MediaMistake, mediaMistake } from '../schema/media.ts';
import type { Mistake } from '../schema/mistakes.ts';

/** What systems and git lay into folders by themselves. */
const notOurs: readonly string[] = ['.DS_Store', '.gitkeep', 'Thumbs.db'];

/**
 * A mistake for each file below `publicDir/media` that nobody may upload: its type, its size, a drawing with code. They
 * are named from `contentDir`, as all mistakes are.
 */
export async function mediaMistakes(publicDir: string, contentDir: string): Promise<Mistake[]> {
  const folder = join(publicDir, 'media');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => !entry.isDirectory() && !notOurs.includes(entry.name));
  const found: Mistake[] = [];
  for (const entry of files) {
    const place = join(entry.parentPath, entry.name);
    const mistake = entry.isFile() ? await mistakeOf(place) : linked(place);
    if (mistake) found.push({ file: relative(contentDir, place), field: '', ...mistake });
  }
  return found.toSorted((one, other) => one.file.localeCompare(other.file, 'en'));
}

async function mistakeOf(place: string): Promise<MediaMistake | undefined> {
  const { size } = await stat(place);
  return mediaMistake(place, size, () => readFile(place));
}

/** A link could show any file of the machine that builds. */
function linked(path: string): MediaMistake {
  return { key: 'editing.notThatType', params: { path } };
}
