import { copyFile, link, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { beside, removeLeftovers } from '../build-pages/leftovers.ts';
import { takePlace } from '../build-pages/take-place.ts';
import { digestOfFile, digestOfPages, type MadeOf, type Manifest, manifestName } from './manifest.ts';

/** Why parts make no site: a line for each reason. */
export class CannotMerge extends Error {}

interface Folder {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Joins the parts of a site that lie in `folders` into `into`, which is the site of a single build, byte for byte. Throws
 * `CannotMerge`, with everything that is wrong, before anything is written. The number of its files.
 */
export async function mergeParts(folders: readonly string[], into: string): Promise<number> {
  const parts = await Promise.all(folders.map(readFolder));
  refuse(mistakesIn(parts));
  const files = new Map<string, string>();
  for (const { folder, manifest } of parts)
    for (const file of Object.keys(manifest.files)) files.set(file, join(folder, file));
  const target = resolve(into);
  await removeLeftovers(target);
  const fresh = beside(target, 'next');
  try {
    for (const [file, source] of files) {
      await mkdir(dirname(join(fresh, file)), { recursive: true });
      await link(source, join(fresh, file)).catch(() => copyFile(source, join(fresh, file)));
    }
    refuse(await damagedIn(parts, fresh, files));
    await takePlace(target, fresh);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return files.size;
}

/** What keeps parts from being one site. */
export function mistakesIn(parts: readonly Folder[]): string[] {
  const [first] = parts;
  if (!first) return ['Name the folders of the parts.'];
  const { of } = first.manifest.part;
  const mistakes: string[] = [];
  for (const { folder, manifest } of parts) {
    if (manifest.part.of !== of)
      mistakes.push(
        `${folder} is a part of ${manifest.part.of}, ${first.folder} one of ${of}: build them alike.`,
      );
    for (const name of ['code', 'content', 'moment'] as const)
      if (manifest.madeOf[name] !== first.manifest.madeOf[name])
        mistakes.push(`${folder} and ${first.folder} differ in their ${differing[name]}`);
  }
  const numbers = parts.map(({ manifest }) => manifest.part.number);
  for (let number = 1; number <= of; number += 1) {
    const count = numbers.filter((one) => one === number).length;
    if (count === 0) mistakes.push(`Part ${number}/${of} is missing: build it with --part ${number}/${of}.`);
    if (count > 1) mistakes.push(`Part ${number}/${of} is there ${count} times: name each folder once.`);
  }
  if (mistakes.length === 0) mistakes.push(...pageMistakes(parts), ...fileMistakes(parts));
  return mistakes;
}

const differing: Readonly<Record<keyof MadeOf, string>> = {
  code: 'code, packages or Node: build all parts from one commit, on one version of Node.',
  content: 'content: build all parts from one commit.',
  moment: 'moment: give all builds the same SOURCE_DATE_EPOCH.',
};

function pageMistakes(parts: readonly Folder[]): string[] {
  const pages = parts.flatMap(({ manifest }) => manifest.pages);
  const isWhole = parts.every(({ manifest }) => manifest.allPages === digestOfPages(pages));
  return isWhole ? [] : ['The parts do not hold all pages of the site, each once: build them anew.'];
}

function fileMistakes(parts: readonly Folder[]): string[] {
  const seen = new Map<string, { folder: string; digest: string }>();
  const mistakes: string[] = [];
  for (const { folder, manifest } of parts)
    for (const [file, digest] of Object.entries(manifest.files)) {
      const former = seen.get(file);
      if (former && former.digest !== digest)
        mistakes.push(`${file} is not the same in ${former.folder} and in ${folder}.`);
      seen.set(file, { folder, digest });
    }
  return mistakes;
}

/** Files whose bytes are not those that were built: transport may have harmed them. */
async function damagedIn(
  parts: readonly Folder[],
  fresh: string,
  files: ReadonlyMap<string, string>,
): Promise<string[]> {
  const digests = new Map(parts.flatMap(({ manifest }) => Object.entries(manifest.files)));
  const mistakes: string[] = [];
  for (const [file, source] of files)
    if ((await digestOfFile(join(fresh, file))) !== digests.get(file))
      mistakes.push(`${source} is not as it was built: fetch the part again.`);
  return mistakes;
}

async function readFolder(folder: string): Promise<Folder> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new CannotMerge(
      `${folder} holds no part: npm run build -- --part 1/2 writes ${manifestName} there.`,
    );
  return { folder, manifest: JSON.parse(text) as Manifest };
}

function refuse(mistakes: readonly string[]): void {
  if (mistakes.length > 0) throw new CannotMerge(mistakes.join('\n'));
}
