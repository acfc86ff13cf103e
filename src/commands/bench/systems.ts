import { cp, mkdir, rm } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from './measure.ts';
import type { PeerPage, PeerPlaces } from './peer-content.ts';

/** Where everything of the bench lies; nothing of it is part of the project. */
export const workshop = resolve('.build/bench');

/** A generator beside ours, or none at all: how it is installed, fed, run, and where its site comes out. */
export interface Peer {
  readonly name: string;
  readonly title: string;
  /** What the report says of how it was set up. */
  readonly note: string;
  readonly places: PeerPlaces;
  /** What it keeps between builds: removed before a full one. */
  readonly keeps: readonly string[];
  readonly commands: (folder: string) => readonly Command[];
  /** The folder of the search in its output; undefined where it has none. */
  readonly search: string | undefined;
  /** A program of the machine that it needs, and the Debian package of it. */
  readonly program?: string;
}

const out = 'out';

/** The peers’ folder, templates and packages in it. */
export function folderOf({ name }: Pick<Peer, 'name'>): string {
  return join(workshop, name);
}

/** The folder of a peer’s built site. */
export function outputOf(peer: Pick<Peer, 'name'>): string {
  return join(folderOf(peer), out);
}

const markdown = ({ locale, collection, slug }: PeerPage) => `content/${locale}/${collection}/${slug}.md`;

/** Pagefind over a built site, as sites do that bring no search: that of the project, so that all have the same. */
function pagefindOver(folder: string): Command {
  const runner = resolve('node_modules/pagefind/lib/runner/bin.cjs');
  return { program: process.execPath, words: [runner, '--site', out, '--quiet'], folder, step: 'search' };
}

/** Generators that hold all pages need more than Node allows itself. */
const allMemory = [`--max-old-space-size=${Math.floor((0.75 * totalmem()) / 2 ** 20)}`];

export const peers: readonly Peer[] = [
  {
    name: 'floor',
    title: 'Floor',
    note: 'no framework and no search: bodies compiled by satteri, template strings filled, files written',
    places: { fileOf: markdown, words: 'words.json' },
    keeps: [],
    search: undefined,
    commands: (folder) => [
      {
        program: process.execPath,
        words: [resolve('bench/peers/floor/build.mjs'), folder, join(folder, out)],
        folder,
        step: 'pages',
      },
    ],
  },
  {
    name: 'hugo',
    title: 'Hugo',
    note: 'Debian’s package; taxonomies, its own pagination and related content; Pagefind run on the output',
    program: 'hugo',
    places: {
      words: 'data/words.json',
      fileOf: ({ locale, collection, slug }) => {
        if (collection === 'pages') return `content/${locale}/${slug}.md`;
        return `content/${locale}/${collection}/${slug}${collection === 'topics' ? '/_index' : ''}.md`;
      },
    },
    keeps: ['resources', '.hugo_build.lock'],
    search: 'pagefind',
    commands: (folder) => [
      { program: 'hugo', words: ['--quiet'], folder, step: 'pages' },
      pagefindOver(folder),
    ],
  },
  {
    name: 'eleventy',
    title: 'Eleventy',
    note: 'JavaScript templates, its fastest; markdown-it; Pagefind run on the output',
    places: { fileOf: markdown, words: 'words.json' },
    keeps: ['.cache'],
    search: 'pagefind',
    commands: (folder) => [
      {
        program: process.execPath,
        words: ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
        folder,
        step: 'pages',
      },
      pagefindOver(folder),
    ],
  },
  {
    name: 'astro-mdx',
    title: 'Astro, MDX modules',
    note: 'the Astro of this project as its guides say: a glob loader, @astrojs/mdx, `render()`; Pagefind run on the output',
    places: {
      fileOf: ({ locale, collection, slug }) => `content/${locale}/${collection}/${slug}.mdx`,
      words: 'words.json',
    },
    keeps: ['.astro', 'node_modules/.astro', 'node_modules/.vite'],
    search: 'pagefind',
    commands: (folder) => [astroBuild(folder), pagefindOver(folder)],
  },
  {
    name: 'starlight',
    title: 'Starlight',
    note: 'its page and its search, Pagefind; bodies as Markdown, which it builds faster than MDX',
    places: {
      fileOf: ({ locale, collection, slug }) =>
        `src/content/docs/${locale}/${collection === 'pages' ? '' : `${collection}/`}${slug}.md`,
      words: 'words.json',
      fields: ({ summary }) => ({ slug: undefined, summary: undefined, description: summary }),
    },
    keeps: ['.astro', 'node_modules/.astro', 'node_modules/.vite'],
    search: 'pagefind',
    commands: (folder) => [astroBuild(folder)],
  },
  {
    name: 'vitepress',
    title: 'VitePress',
    note: 'its theme and its local search, which holds each language in one file',
    places: {
      fileOf: ({ locale, collection, slug }) =>
        `content/${locale}/${collection === 'pages' ? '' : `${collection}/`}${slug}/index.md`,
      words: 'words.json',
    },
    keeps: ['.cache', '.vitepress/.temp'],
    search: 'assets/chunks',
    commands: (folder) => [
      {
        program: process.execPath,
        words: [...allMemory, 'node_modules/vitepress/bin/vitepress.js', 'build'],
        folder,
        step: 'all',
      },
    ],
  },
];

function astroBuild(folder: string): Command {
  return {
    program: process.execPath,
    words: [...allMemory, 'node_modules/astro/bin/astro.mjs', 'build', '--silent'],
    folder,
    step: 'pages',
    environment: { ASTRO_TELEMETRY_DISABLED: '1' },
  };
}

/** Lays the templates of a peer, and the pictures and films that bodies show, into its folder. */
export async function layTemplates(peer: Peer): Promise<void> {
  const folder = folderOf(peer);
  await mkdir(folder, { recursive: true });
  await cp(join('bench/peers', peer.name), folder, { recursive: true });
  await cp('bench/peers/shared', join(folder, 'shared'), { recursive: true });
  const statics = join(folder, 'static');
  await rm(statics, { recursive: true, force: true });
  await cp('public/media', join(statics, 'media'), { recursive: true });
  await cp('bench/peers/shared/style.css', join(statics, 'style.css'));
}
