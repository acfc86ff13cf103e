import type { Locale } from '../i18n/locales.ts';
import type { Bases } from './protocol.ts';

/** What one tab of the editor needs to speak to the editor’s own server. */
export interface TabFacts {
  /** Of the one address for actions; the others lie below it. */
  readonly address: string;
  readonly locale: () => Locale;
  /** The editor’s name; undefined leaves it to the server. */
  readonly editor: () => { readonly name: string; readonly email?: string } | undefined;
  readonly fetch: typeof globalThis.fetch;
}

export interface Payload {
  readonly action: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** An answer that is none: the sentence is for the editor, and stands alone where Decap shows the error. */
export class Refused extends Error {
  override readonly name = '';
  readonly status: number;
  readonly code: string | undefined;

  constructor(message: string, status: number, code?: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * The requests of one tab. It remembers the revision of each file that was opened in it and sends it with every change,
 * so that the server can tell when somebody else was faster. Lists do not count as opening.
 */
export function openTab(facts: TabFacts): (payload: Payload) => Promise<unknown> {
  const bases: Bases = {};

  const send = ({ action, params }: Payload): Promise<Response> =>
    facts.fetch(facts.address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        action,
        params,
        locale: facts.locale(),
        editor: facts.editor(),
        bases: Object.fromEntries(Object.entries(bases).filter(([path]) => concerns(params, path))),
      }),
    });

  /** A server that was started again knows no cookie of before. */
  const sendAgain = async (payload: Payload): Promise<Response> => {
    const response = await send(payload);
    if (response.status !== 403) return response;
    await facts.fetch(`${facts.address}session`);
    return send(payload);
  };

  /** No answer, or none that can be trusted: what was sent may have been saved, or not. */
  const doubt = async ({ action, params }: Payload): Promise<void> => {
    if (action !== 'persistEntry') return;
    for (const { path, newPath, raw } of params['dataFiles'] as readonly DataFile[]) {
      const place = newPath ?? path;
      bases[place] = [...new Set([...(bases[place] ?? ['']), await revisionOf(raw)])];
    }
  };

  return async (payload) => {
    const response = await sendAgain(payload).catch(async (error: unknown) => {
      await doubt(payload);
      throw error;
    });
    const answer = (await response.json()) as Answer;
    if (response.ok) {
      remember(bases, payload, answer);
      return answer;
    }
    if (response.status >= 500) await doubt(payload);
    // Where there is no draft, the file may be published: that is asked next, and perhaps not answered.
    const isMissing = response.status === 404 && answer?.code !== 'no-draft';
    if (isMissing && isReading(payload)) bases[String(payload.params['path'])] = [''];
    throw new Refused(answer?.error ?? response.statusText, response.status, answer?.code);
  };
}

interface DataFile {
  readonly path: string;
  readonly newPath?: string;
  readonly raw: string;
}

type Answer = {
  readonly id?: string;
  readonly file?: { readonly id?: string };
  readonly bases?: Bases;
  readonly error?: string;
  readonly code?: string;
} | null;

function remember(bases: Bases, payload: Payload, answer: Answer): void {
  if (isReading(payload)) bases[String(payload.params['path'])] = [answer?.id ?? answer?.file?.id ?? ''];
  else if (changing.includes(payload.action)) Object.assign(bases, answer?.bases);
}

function isReading({ action }: Payload): boolean {
  return action === 'getEntry' || action === 'unpublishedEntryDataFile';
}

/** What a tab publishes or moves on it has seen before, or never opened: only these tell it something new. */
const changing = ['persistEntry', 'deleteFiles', 'deleteFile'];

/** The files a request names, or those of the entry it names. */
function concerns({ dataFiles, paths, collection, slug, path }: Payload['params'], file: string): boolean {
  if (path !== undefined) return path === file;
  if (Array.isArray(dataFiles))
    return dataFiles.some(({ path, newPath }) => path === file || newPath === file);
  if (Array.isArray(paths)) return paths.includes(file);
  return slug !== undefined && file.startsWith(`content/${collection}/${slug}.`);
}

/** The revision git would give a text: that of its blob. */
async function revisionOf(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const head = new TextEncoder().encode(`blob ${bytes.length}\0`);
  const whole = new Uint8Array([...head, ...bytes]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', whole));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
