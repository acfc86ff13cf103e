import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import { close } from 'pagefind';
import { chromium, type Page } from 'playwright-core';
import { indexFiles } from '../../search/index-files.ts';
import type { SearchRecord } from '../../search/records.ts';
import { findBrowser } from '../browser.ts';

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
interface Bench {
  render: (words: string) => Promise<void>;
}

/** Loads the search and asks once. */
async function firstSearch(page: Page, words: string, fillers: ReadonlySet<string>): Promise<void> {
  await page.evaluate(
    async ([first, fillerWords]) => {
      const load = (path: string) => import(path);
      const { openEngine } = await load('/src/search/browser/engine.ts');
      const { answer } = await load('/src/search/query/answer.ts');
      const engine = await openEngine('/search.json');
      const list = document.querySelector('ol') as HTMLElement;
      const fillers = new Set(fillerWords);
      const render = async (words: string) => {
        const query = { words, selection: {}, sorting: 'relevance', isExact: false };
        const { found } = await answer(engine, query, fillers);
        const rows = (await found.hits(0, 10)).map((hit: { title: string; summary: string; url: string }) => {
          const row = document.createElement('li');
          const link = document.createElement('a');
          link.href = hit.url;
          link.textContent = hit.title;
          row.append(link, document.createElement('p'));
          (row.lastElementChild as HTMLElement).textContent = hit.summary;
          return row;
        });
        list.replaceChildren(...rows);
        list.getBoundingClientRect();
      };
      await render(first);
      (window as unknown as { bench: Bench }).bench = { render };
    },
    [words, [...fillers]] as const,
  );
}

/** In the page: types each query letter by letter, and says how long each letter took. */
async function typed(queries: readonly string[]): Promise<number[]> {
  const { bench } = window as unknown as { bench: Bench };
  const times: number[] = [];
  for (const query of queries) {
    for (let length = 2; length <= query.length; length++) {
      const begin = performance.now();
      await bench.render(query.slice(0, length));
      times.push(performance.now() - begin);
    }
  }
  return times;
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  ts: 'text/javascript',
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
  const answers = new Map<string, Uint8Array>();
  const contentOf = async (path: string): Promise<Uint8Array | undefined> => {
    if (path === '/') return Buffer.from('<!doctype html><html lang="fr"><title>Search</title><ol></ol>');
    if (path === '/search.json') return Buffer.from('{"bundle":"/bundle/"}');
    if (path.startsWith('/bundle/')) return files.get(path.slice('/bundle/'.length));
    if (!/^\/src\/[\w/-]+\.ts$/.test(path)) return undefined;
    return Buffer.from(scriptOf(await readFile(path.slice(1), 'utf8')));
  };
  const http = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const content = answers.get(path) ?? (await contentOf(path));
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

/** A module as a build would send it, but for the names: without types, comments and indentation. */
function scriptOf(source: string): string {
  return stripTypeScriptTypes(source)
    .replace(/^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm, '')
    .replace(/^\s+/gm, '');
}

function compressed(content: Uint8Array): Uint8Array {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}
