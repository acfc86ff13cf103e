import { hash } from 'node:crypto';
import type { Site } from '../../site.ts';
import { knowingAnswers } from './known-answers.ts';
import { makePage, type PagesApp, staticPathOf } from './make-page.ts';
import type { NamedSheets } from './named-sheets.ts';
import { addressOf, fileOf, type Path } from './page-places.ts';
import type { PageWriter } from './page-writer.ts';
import { TraceBook } from './traces.ts';

/** What pages are made with. */
export interface Making {
  readonly site: Pick<Site, 'address' | 'basePath'>;
  readonly sheets: NamedSheets;
  readonly writer: PageWriter;
}

/** Has `app` make the pages of `paths`, one after the other as long as none waits, and `writer` write them; what they were made of. Throws what a page throws. */
export async function makeAll(
  app: PagesApp,
  paths: Iterable<Path>,
  { site, sheets, writer }: Making,
): Promise<TraceBook> {
  const book = new TraceBook();
  const make = async (path: Path): Promise<void> => {
    const { content, isHtml, reads, pictures } = await makePage(app, path, site).catch((error) => {
      throw new Error(`/${addressOf(path)} could not be made.`, { cause: error });
    });
    const digest = propertiesOf(app, path);
    if (digest) book.add(addressOf(path), digest, reads, pictures);
    if (isHtml) sheets.name(path.route);
    await writer.write({ file: fileOf(path), content, isHtml });
  };
  await knowingAnswers(() => inTurns(paths, make));
  await writer.written();
  return book;
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
