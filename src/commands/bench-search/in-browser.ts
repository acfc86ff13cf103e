import { close } from 'pagefind';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { indexFiles } from '../../search/index-files.ts';
import type { SearchRecord } from '../../search/records.ts';
import { findBrowser } from '../browser.ts';
import type { Render } from './asking-page.ts';
import { type Cost, costOf } from './cost.ts';
import { countingServer } from './counting-server.ts';

/** Measures in Chromium: the search’s own scripts over an index of `records`, served as a web server with Brotli would. */
export async function costOfIndex(
  records: readonly SearchRecord[],
  queries: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Cost> {
  const files = await indexFiles(records, 'fr');
  await close();
  const own: Readonly<Record<string, string>> = {
    '/': '<!doctype html><html lang="fr"><title>Search</title><ol></ol>',
    '/search.json': '{"bundle":"/bundle/"}',
    '/search.js': await searchScript(),
  };
  const server = await countingServer((path) =>
    own[path] === undefined ? files.get(path.slice('/bundle/'.length)) : Buffer.from(own[path]),
  );
  const browser = await openBrowser(environment);
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/`);
    const before = server.sent();
    await firstSearch(page, queries[0] ?? '');
    const bytes = server.sent() - before;
    return costOf(records.length, bytes, await page.evaluate(typed, [...queries]));
  } finally {
    await browser.close();
    server.close();
  }
}

/** The browser of the tests. */
export function openBrowser(environment: NodeJS.ProcessEnv): ReturnType<typeof chromium.launch> {
  const executablePath = findBrowser(environment);
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}

/** What the page keeps for the measurements. */
interface Measured {
  render: Render;
}

/** Loads the search and asks once. */
async function firstSearch(page: Page, words: string): Promise<void> {
  await page.evaluate(async (first) => {
    const load = (path: string): Promise<typeof import('./asking-page.ts')> => import(path);
    const { openSearch } = await load('/search.js');
    const render = await openSearch('/search.json');
    await render(first);
    Object.assign(window, { render } satisfies Measured);
  }, words);
}

/** In the page: types each query letter by letter, and says how many milliseconds each letter took. */
async function typed(queries: readonly string[]): Promise<number[]> {
  const { render } = window as unknown as Measured;
  const times: number[] = [];
  for (const query of queries) {
    for (let length = 2; length <= query.length; length++) {
      const begin = performance.now();
      await render(query.slice(0, length));
      times.push(performance.now() - begin);
    }
  }
  return times;
}

/** The scripts of the search as a build makes them, in one file. */
async function searchScript(): Promise<string> {
  const made = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: 'src/commands/bench-search/asking-page.ts',
        preserveEntrySignatures: 'strict',
        output: { format: 'es' },
      },
    },
  });
  const [script] = 'output' in made ? made.output : [];
  if (script?.type !== 'chunk') throw new Error('The scripts of the search were not bundled.');
  return script.code;
}
