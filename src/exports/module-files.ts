import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locale } from '../i18n/locales.ts';
import { type BuiltSite, oneFile } from './one-file.ts';

/** The name of the file in which a module is taken along: `ecrire-clair.fr.html`. */
export function moduleFileName(slug: string, locale: Locale): string {
  return `${slug}.${locale}.html`;
}

/** Its address below the language: beside the page of the module. */
export function moduleFilePath(slug: string, locale: Locale): string {
  return `modules/${slug}/${moduleFileName(slug, locale)}`;
}

/** The file of a module, from the folder of the site, that is made of the page at `address`; undefined for other pages. */
export function moduleFileOf(address: string): string | undefined {
  const [, locale, slug] = /^(\w+)\/modules\/([^/]+)\/one-file$/.exec(address) ?? [];
  return locale && slug ? `${locale}/${moduleFilePath(slug, locale as Locale)}` : undefined;
}

/** The page that a module’s file is made of. */
export interface ModulePage {
  readonly locale: Locale;
  /** Where it lies. */
  readonly source: string;
  /** Its file, from the folder of the site. */
  readonly target: string;
}

/** By a file’s path from the folder of this project what the disk says of it, which differs once it was written. */
type States = Readonly<Record<string, string>>;

/** What files of modules are made with. */
export interface ModuleFilesWish {
  readonly site: Pick<BuiltSite, 'address' | 'basePath'>;
  /** The folder in which `media/` lies as editors uploaded it. */
  readonly publicDir: string;
  /** The file that keeps of what each was made. */
  readonly record: string;
}

/**
 * Makes the file of each module of `pages`, in the folder of the site, unless it lies there made of the same page and the same
 * uploaded files.
 */
export function writeModuleFiles(
  folder: string,
  pages: Iterable<ModulePage>,
  { site, publicDir, record }: ModuleFilesWish,
): void {
  const read = reader(folder);
  const former = recordIn(record);
  const next: Record<string, States> = {};
  for (const { locale, source, target } of pages) {
    const place = join(folder, target);
    const known = former[target];
    if (known && known[source] !== undefined && existsSync(place) && areAsThen(known)) {
      next[target] = known;
      continue;
    }
    const uploads = new Set<string>();
    const html = oneFile(readFileSync(source, 'utf8'), locale, {
      ...site,
      read(path) {
        if (isUploaded(path)) uploads.add(join(publicDir, path));
        return read(path);
      },
    });
    // The site that is served shares the old one.
    rmSync(place, { force: true });
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, html);
    next[target] = Object.fromEntries([source, ...uploads].map((file) => [file, stateOf(file)]));
  }
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, JSON.stringify(next));
}

/** All else that a module’s file is made of is part of the code, or has a name that changes with what is in it. */
function isUploaded(path: string): boolean {
  return path.startsWith('media/');
}

function areAsThen(states: States): boolean {
  return Object.entries(states).every(([file, state]) => stateOf(file) === state);
}

function stateOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.size} ${found.mtimeNs} ${found.ctimeNs} ${found.ino}` : 'absent';
}

function recordIn(file: string): Readonly<Record<string, States>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, States>;
  } catch {
    return {};
  }
}

/** Reads files of the site; each once, since all modules share fonts and scripts. */
function reader(folder: string): BuiltSite['read'] {
  const known = new Map<string, Uint8Array | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, contentAt(join(folder, path)));
    return known.get(path);
  };
}

function contentAt(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
