import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { staticHandler } from '../server/static.ts';
import { readSite } from '../site.ts';
import { visit } from './audit/lighthouse.ts';
import { type Marks, marksTable, medianOf, missedBars } from './audit/marks.ts';
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
    (!existsSync(outDir) && `There is no built site in ${outDir}: run npm run build first.`);
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
    console.log(`\n${table}`);
    if (wish.into)
      await writeFile(
        wish.into,
        `# The main pages, judged by Lighthouse\n\nMobile preset, median of ${wish.runs}: \`npm run audit\`.\n\n${table}\n`,
      );
    return [...medians.values()].some((marks) => missedBars(marks).length > 0) ? 1 : 0;
  } finally {
    server.closeAllConnections();
    server.close();
  }
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
