import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type ModulePage,
  moduleFileOf,
  moduleFilePath,
  writeModuleFiles,
} from '../../exports/module-files.ts';
import { type Locale, locales } from '../../i18n/locales.ts';
import type { Site } from '../../site.ts';
import { removeEmptied } from './link-tree.ts';
import { materialFolder } from './page-places.ts';

/**
 * Makes the file of each module beside its page, in the `folder` of the pages, where its material is another than that of
 * the file that lies there; removes those of modules that are gone. What they are made of is written down in the folder `kept`.
 */
export function layModuleFiles(
  folder: string,
  site: Pick<Site, 'address' | 'basePath'>,
  kept: string,
  publicDir = 'public',
): void {
  const pages: ModulePage[] = [];
  const gone: string[] = [];
  for (const locale of locales) {
    for (const slug of new Set([
      ...modulesIn(folder, locale),
      ...modulesIn(join(folder, materialFolder), locale),
    ])) {
      const source = materialOf(folder, locale, slug);
      const target = `${locale}/${moduleFilePath(slug, locale)}`;
      if (existsSync(source)) pages.push({ locale, source, target });
      else if (existsSync(join(folder, target))) gone.push(target);
    }
  }
  for (const target of gone) rmSync(join(folder, target));
  removeEmptied(folder, gone);
  writeModuleFiles(folder, pages, { site, publicDir, record: join(kept, 'module-files.json') });
}

/** Of the `files` of pages those that module files are made of, as these files. */
export function moduleFilesOf(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const [folder, ...rest] = dirname(file).split('/');
    return (folder === materialFolder && moduleFileOf(rest.join('/'))) || [];
  });
}

function materialOf(folder: string, locale: Locale, slug: string): string {
  return join(folder, materialFolder, locale, 'modules', slug, 'one-file/index.html');
}

function modulesIn(folder: string, locale: Locale): string[] {
  const place = join(folder, locale, 'modules');
  if (!existsSync(place)) return [];
  const entries = readdirSync(place, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
