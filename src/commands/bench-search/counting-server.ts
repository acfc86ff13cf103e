import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { cacheControl } from '../../server/headers.ts';

/** An answer that was sent: for which path, and how many bytes, headers included. */
export interface Sent {
  readonly path: string;
  readonly bytes: number;
}

/** A web server on this machine that compresses with Brotli and keeps account of what it sends. */
export interface CountingServer {
  readonly origin: string;
  /** All that was sent so far, in order. */
  readonly sent: readonly Sent[];
  /** Compresses the files at `paths` before anybody asks for them, as a build does: no answer waits for it. */
  readonly ready: (paths: Iterable<string>) => Promise<void>;
  readonly close: () => void;
}

/** About what the headers of an answer take. */
const headerBytes = 180;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.html': 'text/html; charset=utf-8',
};

/** Serves what `contentOf` gives for a path, `/` and folders as HTML; browsers may keep it as a production server has it. */
export async function countingServer(
  contentOf: (path: string) => Promise<Uint8Array | undefined> | Uint8Array | undefined,
): Promise<CountingServer> {
  const bodies = new Map<string, Uint8Array>();
  const sent: Sent[] = [];
  const typeOf = (path: string) => types[path.endsWith('/') ? '.html' : extname(path)];
  const bodyOf = async (path: string): Promise<Uint8Array | undefined> => {
    const known = bodies.get(path);
    if (known) return known;
    const content = await contentOf(path);
    const body = content && typeOf(path) ? await compressed(content) : content;
    if (body) bodies.set(path, body);
    return body;
  };
  const http = createServer(async (request, response) => {
    const { pathname: path } = new URL(request.url ?? '/', 'http://localhost');
    const type = typeOf(path);
    const body = await bodyOf(path);
    if (!body) {
      response.writeHead(404).end('404\n');
      return;
    }
    response.setHeader('Content-Type', type ?? 'application/octet-stream');
    if (type) response.setHeader('Content-Encoding', 'br');
    response.setHeader('Cache-Control', cacheControl(path));
    sent.push({ path, bytes: body.length + headerBytes });
    response.end(body);
  });
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    sent,
    async ready(paths) {
      await Promise.all([...paths].map(bodyOf));
    },
    close: () => {
      http.closeAllConnections();
      http.close();
    },
  };
}

/** How many bytes those answers took. */
export function bytesOf(sent: readonly Sent[]): number {
  return sent.reduce((sum, { bytes }) => sum + bytes, 0);
}

function compressed(content: Uint8Array): Promise<Uint8Array> {
  return promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}
