import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** A web server on this machine that compresses with Brotli and counts what it sends. */
export interface CountingServer {
  readonly origin: string;
  /** Bytes sent so far, headers included. */
  readonly sent: () => number;
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

/** Serves what `contentOf` gives for a path, `/` and folders as HTML. */
export async function countingServer(
  contentOf: (path: string) => Promise<Uint8Array | undefined> | Uint8Array | undefined,
): Promise<CountingServer> {
  const bodies = new Map<string, Uint8Array>();
  let sent = 0;
  const http = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const type = types[pathname.endsWith('/') ? '.html' : extname(pathname)];
    let body = bodies.get(pathname);
    if (!body) {
      const content = await contentOf(pathname);
      if (!content) {
        response.writeHead(404).end('404\n');
        return;
      }
      body = type ? compressed(content) : content;
      bodies.set(pathname, body);
    }
    response.setHeader('Content-Type', type ?? 'application/octet-stream');
    if (type) response.setHeader('Content-Encoding', 'br');
    response.setHeader('Cache-Control', 'max-age=31536000, immutable');
    sent += body.length + headerBytes;
    response.end(body);
  });
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    sent: () => sent,
    close: () => {
      http.closeAllConnections();
      http.close();
    },
  };
}

function compressed(content: Uint8Array): Uint8Array {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}
