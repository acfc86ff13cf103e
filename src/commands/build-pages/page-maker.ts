import { hash } from 'node:crypto';
import type { Site } from '../../site.ts';
import { knowingAnswers } from './known-answers.ts';
import type { Look } from './look.ts';
import { makePage, type PagesApp, staticPathOf } from './make-page.ts';
import { addressOf, fileOf, newFilesIn, type Path } from './page-places.ts';
import { TraceBook } from './traces.ts';

/** Where pages lie and how they look. */
export interface Making {
  readonly folder: string;
  readonly site: Pick<Site, 'address' | 'basePath'>;
  readonly look: Look;
}

/** Has `app` make and write the pages of `paths`, one after the other as long as none waits; what they were made of. Throws what a page throws. */
export async function makeAll(
  app: PagesApp,
  paths: Iterable<Path>,
  { folder, site, look }: Making,
): Promise<TraceBook> {
  const book = new TraceBook();
  const write = newFilesIn(folder);
  const make = async (path: Path): Promise<void> => {
    const page = await makePage(app, path, site).catch((error) => {
      throw new Error(`/${addressOf(path)} could not be made.`, { cause: error });
    });
    const digest = propertiesOf(app, path);
    if (digest) book.add(addressOf(path), digest, page.reads, page.pictures);
    if (page.isHtml) look.sheets.name(path.route);
    write(fileOf(path), page.isHtml ? look.finish(bufferOf(page.content)) : page.content);
  };
  await knowingAnswers(() => inTurns(paths, make));
  return book;
}

function bufferOf(content: string | Uint8Array): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

/** A digest of what `getStaticPaths` handed to a page; undefined where Astro does not tell, and nothing is kept. */
export function propertiesOf(app: PagesApp, path: Path): string | undefined {
  if (path.route.pathname) return 'none';
  const found = staticPathOf(app, path);
  return found && hash('sha1', JSON.stringify(found.props ?? {}), 'base64url');
}

/** `work` done for all of `items`, a few at a time, so that none waits while another reads a file. */
async function inTurns<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const turn = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
  };
  await Promise.all([turn(), turn(), turn(), turn()]);
}
