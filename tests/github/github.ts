import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { bareRepository } from '../gitlab/bare-repository.ts';
import { members } from '../gitlab/log-in.ts';
import { mergeRequestsOf } from '../gitlab/merge-requests.ts';
import { type Answer, answerOf, type Project } from './api.ts';

export type GitHub = Awaited<ReturnType<typeof openGitHub>>;

/**
 * A double of GitHub, as GitHub Enterprise has it, over a bare repository with the shipped content: its API below `/api/v3`,
 * and the OAuth proxy through which editors log in at `/auth`.
 */
export async function openGitHub() {
  const repository = bareRepository(['content', 'public/media']);
  const project: Project = {
    repository,
    requests: mergeRequestsOf(repository),
    statuses: new Map<string, object[]>(),
  };
  const faults: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      faults.push(String(error));
      send(response, { status: 500, json: { message: String(error) } });
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://github.example');
    const sent = await text(request);
    const method = request.method ?? 'GET';
    if (method === 'OPTIONS') return send(response, { status: 204 });
    if (url.pathname === '/auth') return sendPage(response);
    const login = (request.headers.authorization ?? '').replace(/^token token-of-/, '');
    const member = Object.values(members).find(({ username }) => username === login);
    if (!member) return send(response, { status: 401, json: { message: 'Bad credentials' } });
    const path = decodeURIComponent(url.pathname.replace(/^\/api\/v3\//, ''));
    const body = sent ? JSON.parse(sent) : {};
    return send(response, answerOf(project, { method, path, query: url.searchParams, body, member }));
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...project,
    /** What was asked that the double doesn’t know. */
    faults,
    close() {
      server.closeAllConnections();
      server.close();
      repository.remove();
    },
  };
}

/** With the permission for pages of other origins that GitHub gives. */
function send(response: ServerResponse, { status = 200, json }: Answer): void {
  response.writeHead(status, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-None-Match',
    'Access-Control-Allow-Methods': 'GET, POST, PATCH, PUT, DELETE',
    'Access-Control-Expose-Headers': 'ETag, Link',
    ...(json !== undefined && { 'Content-Type': 'application/json; charset=utf-8' }),
  });
  response.end(json === undefined ? undefined : JSON.stringify(json));
}

/** The proxy’s page: who logs in is told to the editor’s page, once that has answered. */
function sendPage(response: ServerResponse): void {
  const buttons = Object.values(members).map(
    ({ username, name }) => `<button value="${username}">${name}</button>`,
  );
  const script = `
    let origin;
    addEventListener('message', (event) => { origin = event.origin; });
    opener.postMessage('authorizing:github', '*');
    document.addEventListener('click', ({ target }) => opener.postMessage(
      'authorization:github:success:' + JSON.stringify({ token: 'token-of-' + target.value, provider: 'github' }), origin));`;
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><title>Log in</title>${buttons.join('')}<script>${script}</script>`);
}
