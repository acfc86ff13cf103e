import { cpSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pictureStore, placeOf } from '../src/commands/build-pages/workshop.ts';
import type { Part } from '../src/commands/build-parts/part.ts';

/**
 * Lays the pictures that the last build of this project’s own content has made, if there was one, where the first build of
 * `content` in `project` looks for them: each is known by what it was made of, and to make them takes as long as all pages.
 */
export function lendPictures(content: string, project = '.', part?: Part): void {
  const from = join(placeOf('content'), pictureStore);
  const to = join(project, '.build/pages', basename(placeOf(content, part)), pictureStore);
  if (existsSync(to)) return;
  for (const name of ['assets', 'pictures', 'packages'].filter((each) => existsSync(join(from, each))))
    cpSync(join(from, name), join(to, name), { recursive: true });
}
