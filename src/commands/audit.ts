import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { staticHandler } from '../server/static.ts';
import { readSite } from '../site.ts';
import { visit } from './audit/lighthouse.ts';
import { barsInWords, barsMet, type Marks, marksTable, medianOf } from './audit/marks.ts';
import { findBrowser } from './browser.ts';

const usage = `Usage: npm run audit -- [options]
  --runs 5            visits to each page; the table shows their median
  --pages fr/,fr/…/   other pages, by their address below the site’s root
  --into FILE.md      writes the table to a file too`;

/** Home, catalogue, course, module and agenda. */
const mainPages = [
  'fr/',
  'fr/courses/',
  'fr/courses/langage-clair/',
  'fr/modules/reconnaitre-hameconnage/',
  'fr/sessions/',
];

interface Wish {
  readonly runs: number;
  readonly pages: readonly string[];
  readonly into: string | undefined;
}

/** `npm run audit`: what Lighthouse says of the built site. The exit code: 1 where a page misses a bar. */
export async function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const wish = wishOf(words);
  const { outDir, basePath } = readSite(environment);
  const browser = findBrowser(environment);
  const obstacle =
    (!wish && usage) ||
    (!browser && 'There is no browser: install Chromium or set CHROME_PATH.') ||
    (!existsSync(outDir) && `There is no built site in ${outDir}: run npm run build -- --compress first.`) ||
    obstacleIn(outDir, wish?.pages ?? []);
  if (!wish || !browser || obstacle) {
    console.error(obstacle);
    return 1;
  }
  const server = createServer(staticHandler(outDir, basePath));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`;
  try {
    const medians = new Map<string, Marks>();
    for (const page of wish.pages) {
      console.log(`/${page}`);
      medians.set(`/${page}`, medianOf(await visit(root + page, wish.runs, browser, console.log)));
    }
    const table = marksTable(medians);
    const [met, all] = barsMet([...medians.values()]);
    const verdict =
      met === all ? `All ${all} bars are met.` : `${met} of ${all} bars are met; ✗ marks the others.`;
    console.log(`\n${table}\n\n${verdict}`);
    if (wish.into)
      await writeFile(
        wish.into,
        `# The main pages, judged by Lighthouse\n\nMobile preset, median of ${wish.runs}: \`npm run audit\`. ${barsInWords}\n\n${table}\n\n${verdict}\n`,
      );
    return met === all ? 0 : 1;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** What keeps these pages from being judged as a server would send them: a site that is not compressed weighs several times more. */
export function obstacleIn(outDir: string, pages: readonly string[]): string | undefined {
  const file = (page: string) => join(outDir, page, 'index.html');
  const absent = pages.find((page) => !existsSync(file(page)));
  if (absent !== undefined)
    return `There is no page /${absent} in ${outDir}: give --pages that are in the site.`;
  if (pages.some((page) => !existsSync(`${file(page)}.br`)))
    return `The site in ${outDir} is not compressed, as servers send it: run npm run build -- --compress first.`;
  return undefined;
}

function wishOf(words: readonly string[]): Wish | undefined {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...words], options: { runs: text, pages: text, into: text } });
    const runs = Number(values.runs ?? 5);
    if (!Number.isInteger(runs) || runs < 1) return undefined;
    return {
      runs,
      pages: values.pages?.split(',').map((page) => page.replace(/^\//, '')) ?? mainPages,
      into: values.into,
    };
  } catch {
    return undefined;
  }
}
