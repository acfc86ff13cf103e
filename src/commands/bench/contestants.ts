import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { type BuildOrder, isAnswer } from '../build-orders.ts';
import { pictureStore, placeOf } from '../build-pages/workshop.ts';
import { layAside } from './aside.ts';
import type { Command, Order } from './measure.ts';
import { type PeerContent, type PeerPage, peerFile, writePeerContent } from './peer-content.ts';
import { folderOf, layTemplates, outputOf, type Peer, workshop } from './systems.ts';

/** A system in the race, ours or a peer: what the rounds ask of it. */
export interface Contestant {
  readonly name: string;
  readonly output: string;
  readonly search: string | undefined;
  /** Lays the content of a size where it is read, and forgets the former one. */
  readonly fill: (content: PeerContent) => Promise<void>;
  /** Forgets all that an earlier build left. */
  readonly clean: () => Promise<void>;
  readonly commands: readonly Command[];
  /** The first build ever, where it makes more than those that follow it. */
  readonly first?: readonly Command[];
  /** The process that builds again when it is told to, where a system has one, and what it is told. */
  readonly staying?: readonly [Command, Order];
  /** Writes `marker` into title and body of a course in one language, as an editor would. */
  readonly edit: (course: PeerPage, marker: string) => Promise<void>;
}

/** Our site, with the content of `contentDir`. A full build keeps pictures, which are made once for each file of them. */
export function ours(contentDir: string): Contestant {
  const output = join(workshop, 'ours', 'out');
  const environment = { CONTENT_DIR: relative('.', contentDir), OUT_DIR: output };
  const command = (...words: string[]): Command => ({
    program: process.execPath,
    words: [resolve('src/commands/run.mjs'), ...words],
    folder: resolve('.'),
    environment,
    step: 'start',
  });
  return {
    name: 'ours',
    output,
    search: '_search',
    fill: () => Promise.resolve(),
    async clean() {
      const place = placeOf(environment.CONTENT_DIR);
      await layAside(output);
      for (const name of await readdir(place).catch(() => []))
        if (name !== pictureStore) await layAside(join(place, name));
    },
    commands: [command('build')],
    first: [command('build', '--fresh')],
    staying: [
      command('build', '--stay'),
      {
        message: { build: output } satisfies BuildOrder,
        isAnswer,
      },
    ],
    edit: ({ slug, locale }, marker) =>
      markFile(join(contentDir, 'courses', `${slug}.${locale}.mdx`), marker),
  };
}

export function contestant(peer: Peer): Contestant {
  const folder = folderOf(peer);
  let content: PeerContent | undefined;
  return {
    name: peer.name,
    output: outputOf(peer),
    search: peer.search,
    async fill(filled) {
      content = filled;
      for (const former of ['content', 'src/content']) await layAside(join(folder, former));
      await layTemplates(peer);
      await writePeerContent(filled, folder, peer.places);
    },
    async clean() {
      for (const kept of [...peer.keeps, relative(folder, outputOf(peer))])
        await layAside(join(folder, kept));
      await mkdir(folder, { recursive: true });
    },
    commands: peer.commands(folder),
    async edit({ address }, marker) {
      const page = content?.pages.find((one) => one.address === address);
      if (!page) throw new Error(`${peer.title} has no page ${address}.`);
      const file = join(folder, peer.places.fileOf(page));
      await writeFile(file, peerFile(page, peer.places));
      await markFile(file, marker);
    },
  };
}

async function markFile(file: string, marker: string): Promise<void> {
  await writeFile(file, marked(await readFile(file, 'utf8'), marker));
}

const formerMarker = / relecture\d+x/g;

/** The text of a content file with `marker` at the end of its title and its body, and no earlier one. */
export function marked(text: string, marker: string): string {
  return `${text
    .replace(formerMarker, '')
    .replace(/^(title: ".*)"$/m, `$1 ${marker}"`)
    .trimEnd()} ${marker}\n`;
}
