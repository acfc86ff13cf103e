import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type StringKey, stringsFor } from '../i18n/strings.ts';
import { securityHeaders } from '../server/headers.ts';
import type { Site } from '../site.ts';
import { answerBlob, answerError, answerJson } from './answers.ts';
import { contentCheck } from './content-check.ts';
import { openDesk } from './desk.ts';
import { type Gate, gateFor } from './gate.ts';
import { lineOf } from './git.ts';
import { isMedia } from './media.ts';
import { type Person, readBlobs } from './objects.ts';
import type { PreviewPlace } from './preview.ts';
import { previewPages } from './preview-pages.ts';
import { progressBoard } from './progress.ts';
import { revisionOf } from './refs.ts';
import { Refusal } from './refusal.ts';
import { findRepository, type Repository } from './repository.ts';
import { localeOf, readActionRequest } from './request.ts';
import { titlesOfAll } from './titles.ts';

/** The editor’s server: what answers below `admin/`. */
export interface Editing {
  /** Why editors cannot work here, in words of a string; absent where they can. */
  readonly off?: StringKey;
  /** True where it answers the request itself. The editor’s pages get its cookie on their way to whoever serves them. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly progress: ReturnType<typeof progressBoard>;
  /** How many commits the published branch had when its files were last brought up to date; 0 without a repository. */
  readonly revision: () => number;
  /** Waits for publications that are under way: until then files of before and after may lie side by side. */
  readonly settled: () => Promise<void>;
  /** Reads all content once, so that the first publication need not wait for it. */
  readonly warmUp: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What whoever opens it may do at some moments. */
export interface Around {
  /** After each publication. */
  readonly published?: () => void;
  /** Before a draft is built. */
  readonly prepare?: PreviewPlace['prepare'];
}

/** What answers an address below `admin/`; `rest` is the address after the part that named it. */
type Answer = (request: IncomingMessage, response: ServerResponse, rest: string) => void | Promise<void>;

/**
 * Opens the editor’s server for the repository that holds the content. `folder` is for its own files: copies of content
 * that are checked, and previews.
 */
export async function openEditing(
  site: Site,
  publicDir: string,
  folder: string,
  { published, prepare }: Around = {},
): Promise<Editing> {
  const path = `${site.basePath}admin/`;
  const gate = gateFor(path, randomBytes(24).toString('base64url'));
  const progress = progressBoard();
  const repository = await findRepository(site.contentDir, publicDir);
  if ('reason' in repository) {
    const { reason } = repository;
    const handle = handlerOf(path, gate, { session: off(reason), '': refuse(reason) });
    const nothing = async () => undefined;
    const close = async () => progress.close();
    return { off: reason, handle, progress, revision: () => 0, settled: nothing, warmUp: nothing, close };
  }
  const newMistakes = contentCheck(repository, join(folder, 'check'), publicDir);
  const place = { folder: join(folder, 'preview'), publicDir, path: `${path}preview/`, prepare };
  const preview = previewPages(repository, place, newMistakes);
  const author = await authorOf(repository);
  const desk = await openDesk({
    repository,
    newMistakes,
    async published(commit, entry) {
      revision = await revisionOf(repository, commit);
      progress.tell({ state: 'saved', revision, ...(entry && { entry }) });
      published?.();
    },
    previewAddress: preview.address,
  });
  let revision = await revisionOf(repository, repository.published);
  const handle = handlerOf(path, gate, {
    '': async (request, response) => {
      const asked = await readActionRequest(request, author);
      try {
        answerJson(response, await desk.act(asked));
      } catch (error) {
        answerError(response, error, asked.asker.locale);
      }
    },
    session: (_request, response) => {
      const branch = repository.published.replace('refs/heads/', '');
      answerJson(response, { isOn: true, branch });
    },
    progress: (request, response) => progress.listen(request, response),
    titles: async (_request, response) => answerJson(response, await titlesOfAll(repository)),
    media: (_request, response, rest) => showBlob(repository, response, rest),
    preview: preview.answer,
  });
  const close = async () => {
    progress.close();
    await preview.close();
    await rm(folder, { recursive: true, force: true });
  };
  let isWarm = false;
  const warmUp = async () => {
    if (!isWarm) await newMistakes(repository.published, 'en');
    isWarm = true;
  };
  return { handle, progress, revision: () => revision, settled: desk.settled, warmUp, close };
}

/** Sorts requests by their address, after the checks that every one of them has to pass. */
function handlerOf(path: string, gate: Gate, answers: Readonly<Record<string, Answer>>): Editing['handle'] {
  return (request, response) => {
    const address = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (!address.startsWith(path)) return false;
    const [, name, rest = ''] =
      /^(?:api\/(\w*)|preview(?=\/))\/?(.*)$/s.exec(address.slice(path.length)) ?? [];
    const isPreview = address.startsWith(`${path}preview/`);
    if (name === undefined && !isPreview) {
      if (gate.isForUs(request)) response.setHeader('Set-Cookie', gate.cookie(request));
      return false;
    }
    for (const [header, value] of Object.entries(securityHeaders())) response.setHeader(header, value);
    const answer = answers[isPreview ? 'preview' : (name ?? '')];
    const work = async () => {
      refuseStrangers(request, gate, name === undefined ? 'preview' : name);
      if (!answer) throw new Refusal('not-found', 'editing.noFile', { path: address });
      if (name === 'session') response.setHeader('Set-Cookie', gate.cookie(request));
      await answer(request, response, rest);
    };
    work().catch((error: unknown) => answerError(response, error, localeOf(request)));
    return true;
  };
}

/** Actions need all: this machine’s name, the page’s own origin, the cookie. What only reads a page or a session needs less. */
function refuseStrangers(request: IncomingMessage, gate: Gate, name: string): void {
  const writes = name === '';
  const isStranger =
    !gate.isForUs(request) ||
    (name !== 'preview' && gate.isForeign(request)) ||
    (writes && request.headers.origin === undefined) ||
    (name !== 'session' && !gate.hasCookie(request));
  if (isStranger) throw new Refusal('unauthorized', 'editing.unauthorized');
  if (request.method !== (writes ? 'POST' : 'GET') && !(name === 'preview' && request.method === 'HEAD'))
    throw new Refusal('malformed', 'editing.malformed');
}

function off(reason: StringKey): Answer {
  return (request, response) =>
    answerJson(response, { isOn: false, reason: stringsFor(localeOf(request)).t(reason) });
}

function refuse(reason: StringKey): Answer {
  return () => {
    throw new Refusal('off', reason);
  };
}

async function showBlob(repository: Repository, response: ServerResponse, rest: string): Promise<void> {
  const [, id, name] = /^([0-9a-f]{40,64})\/([^/]+)$/.exec(rest) ?? [];
  if (!id || !name) throw new Refusal('not-found', 'editing.noFile', { path: rest });
  if (!(await isMedia(repository, id))) throw new Refusal('not-found', 'editing.noFile', { path: rest });
  const [bytes] = await readBlobs(repository, [id]).catch(() => []);
  if (!bytes) throw new Refusal('not-found', 'editing.noFile', { path: rest });
  answerBlob(response, bytes, name);
}

/** Whom git knows here: the name under commits of editors who give none. */
async function authorOf({ git }: Repository): Promise<Person> {
  const ask = (name: string) => git(['config', '--get', name]).then(lineOf, () => '');
  const name = (await ask('user.name')) || 'Digital Academy';
  return { name, email: (await ask('user.email')) || 'editor@editor.invalid' };
}
