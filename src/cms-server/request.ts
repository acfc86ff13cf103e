import type { IncomingMessage } from 'node:http';
import { defaultLocale, isLocale, type Locale } from '../i18n/locales.ts';
import type { Person } from './objects.ts';
import { Refusal } from './refusal.ts';
import type { Asker } from './work.ts';

/** Uploads come as base64 in JSON. */
const largestRequest = 120_000_000;

export interface ActionRequest {
  readonly action: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly asker: Asker;
}

/** The body of a request to the editor’s server. Throws a refusal for what is none. */
export async function readActionRequest(request: IncomingMessage, author: Person): Promise<ActionRequest> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new Refusal('malformed', 'editing.malformed');
  const body = readJson(await readBody(request));
  const { action, params } = body;
  if (typeof action !== 'string' || !isRecord(params)) throw new Refusal('malformed', 'editing.malformed');
  const locale = isLocale(body['locale']) ? body['locale'] : localeOf(request);
  return {
    action,
    params,
    asker: { locale, editor: personIn(body['editor'], author), bases: basesIn(body['bases']) },
  };
}

/** The first of our languages that the browser asks for. */
export function localeOf({ headers }: IncomingMessage): Locale {
  const wanted = (headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLocale) ?? defaultLocale;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestRequest)
      throw new Refusal('too-large', 'editing.size', { path: '', max: largestRequest / 1e6 });
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function readJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Refusal('malformed', 'editing.malformed');
}

/** The editor’s name as git takes it: one line, without what would end it. */
function personIn(value: unknown, otherwise: Person): Person {
  if (!isRecord(value)) return otherwise;
  const name = plain(value['name']);
  if (!/[\p{L}\p{N}]/u.test(name)) return otherwise;
  const email = plain(value['email']).replace(/\s/g, '');
  return {
    name,
    email:
      email ||
      `${name
        .normalize('NFD')
        .replace(/[^a-z0-9]+/gi, '.')
        .toLowerCase()}@editor.invalid`,
  };
}

function plain(value: unknown): string {
  return typeof value === 'string'
    ? value
        .replace(/[\p{Cc}<>]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 100)
    : '';
}

function basesIn(value: unknown): Asker['bases'] {
  if (!isRecord(value)) return {};
  const listed = Object.entries(value).filter(([, ids]) => Array.isArray(ids));
  return Object.fromEntries(listed.map(([path, ids]) => [path, (ids as unknown[]).map(String)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
