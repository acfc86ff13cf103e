import { readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { moduleFilePath } from '../exports/module-files.ts';
import { scormPackage } from '../exports/scorm-package.ts';
import { isLocale, type Locale, locales } from '../i18n/locales.ts';
import { readSite, type Site } from '../site.ts';
import { buildSite } from './build-site.ts';
import { explain } from './explain.ts';

/** What stops the command and is told in one line. */
class Refusal extends Error {}

/**
 * `npm run export:lms -- MODULE [LANGUAGE] [--into DIR] [--pass SCORE] [--from DIR]`: a SCORM 1.2 package of a module in
 * one language, or in each it is written in. Builds the site first, unless `--from` names one that is built. The exit code.
 */
export async function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  try {
    const site = readSite(environment);
    const { module, language, into, mastery, from } = wishesIn(words);
    const chosen = languagesOf(module, language, await writtenModules(site.contentDir));
    const folder = from ?? '.build/learning-platform';
    if (!from) await buildSite({ ...site, outDir: folder });
    await mkdir(into, { recursive: true });
    for (const locale of chosen) {
      const target = join(into, `${module}.${locale}.scorm12.zip`);
      await writeFile(target, packageOf(module, locale, folder, site, mastery));
      console.log(target);
    }
    return 0;
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : explain(error));
    return 1;
  }
}

function wishesIn(words: readonly string[]) {
  const { positionals, values } = readWords(words);
  const [module, language, ...more] = positionals;
  const mastery = values.pass === undefined ? undefined : Number(values.pass);
  if (!module || more.length > 0)
    throw new Refusal(
      'Write: npm run export:lms -- MODULE [LANGUAGE] [--into DIR] [--pass SCORE] [--from DIR]',
    );
  if (mastery !== undefined && !(mastery >= 0 && mastery <= 100))
    throw new Refusal(`--pass takes a score from 0 to 100: “${values.pass}” is none.`);
  return { module, language, mastery, into: values.into ?? 'dist.lms', from: values.from };
}

function readWords(words: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { into: text, pass: text, from: text },
    });
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
}

/** The languages of each module, by the names of the content files. */
async function writtenModules(contentDir: string): Promise<Map<string, Locale[]>> {
  const modules = new Map<string, Locale[]>();
  for (const file of await readdir(join(contentDir, 'modules')).catch(() => [])) {
    const [, slug = '', locale] = /^(.+)\.(\w+)\.mdx$/.exec(file) ?? [];
    if (isLocale(locale)) modules.set(slug, [...(modules.get(slug) ?? []), locale]);
  }
  return modules;
}

function languagesOf(
  module: string,
  language: string | undefined,
  written: ReadonlyMap<string, readonly Locale[]>,
): readonly Locale[] {
  const found = written.get(module);
  if (!found) {
    const near = nearest(module, [...written.keys()]);
    throw new Refusal(`There is no module “${module}”. The nearest: ${near.join(', ') || 'none'}.`);
  }
  const chosen = locales.filter((locale) => found.includes(locale) && (language ?? locale) === locale);
  if (chosen.length === 0)
    throw new Refusal(`“${module}” is not written in “${language}”, only in: ${found.join(', ')}.`);
  return chosen;
}

/** The three names that share most pairs of letters with `name`. */
export function nearest(name: string, names: readonly string[]): string[] {
  const pairsOf = (text: string) =>
    new Set(Array.from(text.slice(1), (letter, index) => text[index] + letter));
  const wanted = pairsOf(name.toLowerCase());
  const likeness = (other: string) => {
    const pairs = pairsOf(other);
    return wanted.intersection(pairs).size / (wanted.union(pairs).size || 1);
  };
  return names.toSorted((a, b) => likeness(b) - likeness(a)).slice(0, 3);
}

function packageOf(module: string, locale: Locale, folder: string, site: Site, mastery: number | undefined) {
  const read = (path: string) => {
    try {
      return readFileSync(join(folder, path));
    } catch {
      return undefined;
    }
  };
  const html = read(`${locale}/${moduleFilePath(module, locale)}`)?.toString('utf8');
  if (html === undefined)
    throw new Refusal(`${folder} has no file of “${module}” in “${locale}”: is the module published?`);
  return scormPackage(module, html, { address: site.address, basePath: site.basePath, read }, mastery);
}
