import { createReadStream, existsSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import {
  cacheControl,
  prefetchFile,
  prefetchRules,
  prefetchType,
  securityHeaders,
  valueFor,
} from './headers.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers requests with the files of a built site, which must not change while it is served. Pages have an address with
 * a slash at its end; a file with a compressed copy beside it goes compressed to whoever takes it; what does not exist
 * gets the 404 page of the language in its address. `editorHosts` are the origins that the editor’s page may speak to.
 */
export function staticHandler(
  folder: string,
  basePath: string,
  editorHosts: readonly string[] = [],
): Handler {
  const files = sirv(folder, { etag: true, dotfiles: false, brotli: true, gzip: true });
  const prefetch = prefetchRules(basePath);
  return (request, response) => {
    const notFound = (path: string) => {
      response.setHeader('Speculation-Rules', valueFor('/404.html', prefetch));
      answerNotFound(folder, path, request, response);
    };
    const [path = '/', query] = (request.url ?? '/').split(/(?=\?)/, 2);
    const inside = withoutBase(path, basePath);
    for (const [name, value] of Object.entries(securityHeaders(inside, editorHosts)))
      response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    if (needsSlash(folder, inside ?? '', path, basePath)) {
      response.writeHead(308, { Location: `${path}/${query ?? ''}` }).end();
      return;
    }
    if (inside === undefined) {
      notFound('/');
      return;
    }
    response.setHeader('Cache-Control', cacheControl(inside));
    const rules = valueFor(inside, prefetch);
    if (rules) response.setHeader('Speculation-Rules', rules);
    if (inside === `/${prefetchFile}`) response.setHeader('Content-Type', prefetchType);
    request.url = inside;
    files(request, response, () => notFound(inside));
  };
}

/** The path inside the site, or undefined for an address outside of it. */
function withoutBase(path: string, basePath: string): string | undefined {
  return path.startsWith(basePath) ? path.slice(basePath.length - 1) : undefined;
}

function needsSlash(folder: string, inside: string, path: string, basePath: string): boolean {
  if (path.endsWith('/') || path.startsWith('//')) return false;
  return (
    `${path}/` === basePath || (isSafe(inside) && existsSync(join(folder, decoded(inside), 'index.html')))
  );
}

function answerNotFound(
  folder: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const locale = /^\/(\w{2,3})(?:\/|$)/.exec(path)?.[1];
  const candidates = locale ? [`${locale}/404/index.html`, `${locale}/404.html`, '404.html'] : ['404.html'];
  const page = candidates.map((name) => join(folder, name)).find((file) => existsSync(file));
  response.statusCode = 404;
  response.setHeader('Cache-Control', 'no-cache');
  if (!page) {
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end('404\n');
    return;
  }
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Length', statSync(page).size);
  if (request.method === 'HEAD') response.end();
  else createReadStream(page).pipe(response);
}

function isSafe(path: string): boolean {
  return path.startsWith('/') && !decoded(path).split('/').includes('..');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
