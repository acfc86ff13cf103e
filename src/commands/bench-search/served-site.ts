import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchManifest } from '../../search/bundle.ts';
import { readTitles, type TitlesFile } from '../../search/titles.ts';
import { type CountingServer, countingServer } from './counting-server.ts';
import { UnusableFile } from './json-lines.ts';

/** A built site on a server that counts. */
export interface ServedSite extends CountingServer {
  /** What it is called in messages: its folder. */
  readonly name: string;
  /** The folder of the site at its origin, as its pages have it: `/` or `/academie/`. */
  readonly basePath: string;
  /** The languages with a catalogue page. */
  readonly languages: readonly string[];
  /** How many entries the search of a language has. */
  readonly entries: (language: string) => Promise<number>;
}

/** Serves the site built in `folder`; `instead` has files, by their path inside the site, that take the place of its own. Throws `UnusableFile`. */
export async function serveSite(
  folder: string,
  instead: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<ServedSite> {
  const names = await readdir(folder).catch(() => []);
  const pages = await Promise.all(
    names.map(async (name) => {
      const html = await readFile(join(folder, name, 'courses/index.html'), 'utf8').catch(() => '');
      const [, basePath] = new RegExp(`data-manifest="(.*?)${name}/search.json"`).exec(html) ?? [];
      return basePath === undefined ? [] : [{ name, basePath }];
    }),
  );
  const [first] = pages.flat();
  if (!first) throw new UnusableFile(`${folder} is no built site with a search: run “npm run build” first.`);
  const { basePath } = first;
  const contentOf = async (address: string): Promise<Uint8Array | undefined> => {
    if (!address.startsWith(basePath)) return undefined;
    const path = decodeURIComponent(address.slice(basePath.length));
    const page = path === '' || path.endsWith('/') ? 'index.html' : '';
    return instead.get(path) ?? readFile(join(folder, path, page)).catch(() => undefined);
  };
  const server = await countingServer(contentOf);
  await server.ready([...instead.keys()].map((path) => basePath + path));
  const read = async (address: string) =>
    JSON.parse(Buffer.from((await contentOf(address)) ?? []).toString('utf8'));
  return {
    ...server,
    name: folder,
    basePath,
    languages: pages.flat().map(({ name }) => name),
    async entries(language) {
      const { bundle } = (await read(`${basePath}${language}/search.json`)) as SearchManifest;
      return readTitles((await read(`${bundle}titles.json`)) as TitlesFile).length;
    },
  };
}
