import type { ServerResponse } from 'node:http';
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

/** Bytes an editor uploaded: shown as a picture, never run as a page. */
export function answerBlob(response: ServerResponse, bytes: Buffer, type: string): void {
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'Cache-Control': 'private, max-age=31536000, immutable',
  });
  response.end(bytes);
}
