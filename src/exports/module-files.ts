import { readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Locale, locales } from '../i18n/locales.ts';
import { openKeptFiles, type ReadFile } from './kept-files.ts';
import { oneFile } from './one-file.ts';

/** The name of the file in which a module is taken along: `ecrire-clair.fr.html`. */
export function moduleFileName(slug: string, locale: Locale): string {
  return `${slug}.${locale}.html`;
}

/** Its address below the language: beside the page of the module. */
export function moduleFilePath(slug: string, locale: Locale): string {
  return `modules/${slug}/${moduleFileName(slug, locale)}`;
}

/**
 * Makes the file of each module in each language it is written in, of the page `one-file/` that lies beside the module’s
 * in the built site, and removes that page. A file that would come out as in an earlier build is taken from `kept`.
 */
export async function writeModuleFiles(
  folder: string,
  site: { readonly address: string; readonly basePath: string },
  kept: string,
): Promise<void> {
  const files = openKeptFiles(join(kept, 'module-files'), reader(folder));
  for (const locale of locales) {
    for (const slug of await foldersIn(join(folder, locale, 'modules'))) {
      const source = join(folder, locale, 'modules', slug, 'one-file');
      const html = textAt(join(source, 'index.html'));
      if (html === undefined) continue;
      const target = join(folder, locale, moduleFilePath(slug, locale));
      files.lay(target, html, (read) => oneFile(html, locale, { ...site, read }));
      await rm(source, { recursive: true });
    }
  }
  files.close();
}

/** Reads files of the site; each once, since all modules share fonts and scripts. */
function reader(folder: string): ReadFile {
  const known = new Map<string, Uint8Array | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, contentAt(join(folder, path)));
    return known.get(path);
  };
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function textAt(file: string): string | undefined {
  return contentAt(file)?.toString('utf8');
}

function contentAt(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
