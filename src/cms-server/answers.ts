import type { ServerResponse } from 'node:http';
import { extname } from 'node:path/posix';
import type { Locale } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';
import { Refusal } from './refusal.ts';

export function answerJson(response: ServerResponse, value: unknown, status = 200): void {
  const text = JSON.stringify(value) ?? 'null';
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(text);
}

/** What is refused says why; what failed is told to the developer, and the editor hears that nothing was saved. */
export function answerError(response: ServerResponse, error: unknown, locale: Locale): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof Refusal) {
    answerJson(response, { error: error.in(locale), code: error.code, ...error.params }, error.status);
    return;
  }
  console.error(error);
  answerJson(response, { error: stringsFor(locale).t('editing.failed'), code: 'failed' }, 500);
}

const pictures: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

/** Bytes an editor uploaded under `name`: shown if they are a picture, else offered for download, never run as a page. */
export function answerBlob(response: ServerResponse, bytes: Buffer, name: string): void {
  response.writeHead(200, {
    'Content-Type': pictures[extname(name).toLowerCase()] ?? 'application/octet-stream',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'Cache-Control': 'private, max-age=31536000, immutable',
  });
  response.end(bytes);
}
