import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import { close } from 'pagefind';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { indexFiles } from '../../search/index-files.ts';
import type { SearchRecord } from '../../search/records.ts';
import { findBrowser } from '../browser.ts';
import type { Render } from './asking-page.ts';

/** What a search costs a reader. */
export interface Cost {
  readonly pages: number;
  /** Bytes of a first search and its first ten results: scripts, index, tables, results. */
  readonly bytes: number;
  /** Milliseconds from a key to the rendered results. */
  readonly p50: number;
  readonly p95: number;
  readonly keys: number;
}

/** Measures in Chromium: the search’s own scripts over an index of `records`, served as a web server with Brotli would. */
export async function costOf(
  records: readonly SearchRecord[],
  queries: readonly string[],
  fillers: ReadonlySet<string>,
  environment: NodeJS.ProcessEnv,
): Promise<Cost> {
  const files = await indexFiles(records, 'fr');
  await close();
  const server = await serve(files);
  const { port } = server.http.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: findBrowser(environment) ?? '',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    server.sent = 0;
    await firstSearch(page, queries[0] ?? '', fillers);
    const bytes = server.sent;
    const times = (await page.evaluate(typed, [...queries])).sort((a, b) => a - b);
    const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
    return { pages: records.length, bytes, p50: at(0.5), p95: at(0.95), keys: times.length };
  } finally {
    await browser.close();
    server.http.close();
  }
}

/** What the page keeps for the measurements. */
interface Measured {
  render: Render;
}

/** Loads the search and asks once. */
async function firstSearch(page: Page, words: string, fillers: ReadonlySet<string>): Promise<void> {
  await page.evaluate(
    async ([first, fillerWords]) => {
      const load = (path: string): Promise<typeof import('./asking-page.ts')> => import(path);
      const { openSearch } = await load('/search.js');
      const render = await openSearch('/search.json', fillerWords);
      await render(first);
      Object.assign(window, { render } satisfies Measured);
    },
    [words, [...fillers]] as const,
  );
}

/** In the page: types each query letter by letter, and says how long each letter took. */
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

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
};

/** A server that counts what it sends, headers included. */
interface Counting {
  readonly http: Server;
  sent: number;
}

/** About what the headers of an answer take. */
const headerBytes = 180;

async function serve(files: ReadonlyMap<string, Uint8Array>): Promise<Counting> {
  const script = await searchScript();
  const answers = new Map<string, Uint8Array>();
  const contentOf = (path: string): Uint8Array | undefined => {
    if (path === '/') return Buffer.from('<!doctype html><html lang="fr"><title>Search</title><ol></ol>');
    if (path === '/search.json') return Buffer.from('{"bundle":"/bundle/"}');
    if (path.startsWith('/bundle/')) return files.get(path.slice('/bundle/'.length));
    return path === '/search.js' ? Buffer.from(script) : undefined;
  };
  const http = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const content = answers.get(path) ?? contentOf(path);
    if (!content) {
      response.writeHead(404).end();
      return;
    }
    const extension = path === '/' ? 'html' : (/\.(\w+)$/.exec(path)?.[1] ?? '');
    const isText = extension in types;
    const body = isText && !answers.has(path) ? compressed(content) : content;
    answers.set(path, body);
    response.setHeader('Content-Type', types[extension] ?? 'application/octet-stream');
    if (isText) response.setHeader('Content-Encoding', 'br');
    response.setHeader('Cache-Control', 'max-age=31536000, immutable');
    server.sent += body.length + headerBytes;
    response.end(body);
  });
  const server: Counting = { http, sent: 0 };
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  return server;
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

function compressed(content: Uint8Array): Uint8Array {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}
