import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Answer, answerOf } from './api.ts';
import { bareRepository } from './bare-repository.ts';
import { logIns, type Member } from './log-in.ts';
import { mergeRequestsOf } from './merge-requests.ts';

export const repositoryName = 'inap/academy';
export const applicationId = 'the-editor-of-the-academy';

export type GitLab = Awaited<ReturnType<typeof openGitLab>>;

/** A double of GitLab: log-in and API over a bare repository with the shipped content, on this machine. */
export async function openGitLab() {
  const repository = bareRepository(['content', 'public/media']);
  const project = {
    repository,
    requests: mergeRequestsOf(repository),
    statuses: new Map<string, object[]>(),
  };
  const logIn = logIns(applicationId);
  const faults: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      faults.push(String(error));
      send(response, { status: 500, json: { message: String(error) } });
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin());
    const [, parts = ''] = /^\/api\/v4\/projects\/(?:1|inap%2Facademy)\/?(.*)$/.exec(url.pathname) ?? [];
    const sent = await text(request);
    const body = sent ? JSON.parse(sent) : {};
    const method = request.method ?? 'GET';
    if (method === 'OPTIONS') return send(response, { status: 204 });
    if (url.pathname === '/oauth/authorize') return sendPage(response, logIn.authorizePage(url.searchParams));
    if (url.pathname === '/oauth/token') {
      const tokens = logIn.tokens(body);
      return send(response, tokens ? { json: tokens } : refusedGrant);
    }
    const { authorization = '', 'private-token': own } = request.headers;
    const member = logIn.memberOf(typeof own === 'string' ? own : authorization.replace('Bearer ', ''));
    if (!member) return send(response, { status: 401, json: { message: '401 Unauthorized' } });
    if (url.pathname === '/api/v4/user')
      return send(response, { json: { ...member, avatar_url: 'https://pictures.example/1.png' } });
    const path = decodeURIComponent(parts);
    const asked = { method, path, query: url.searchParams, body, member, origin: origin() };
    return send(response, answerOf(project, asked));
  }

  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: origin(),
    ...project,
    /** What was asked that the double doesn’t know. */
    faults,
    tokenFor: (member: Member) => logIn.tokenFor(member),
    close() {
      server.closeAllConnections();
      server.close();
      repository.remove();
    },
  };
}

const refusedGrant: Answer = { status: 400, json: { error: 'invalid_grant' } };

/** With the permission for pages of other origins that GitLab gives. */
function send(response: ServerResponse, { status = 200, json, bytes, headers }: Answer): void {
  response.writeHead(status, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Headers': '*, Authorization',
    'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE',
    'Access-Control-Expose-Headers': 'Link, X-Total, X-Total-Pages, X-Per-Page, X-Page, X-Gitlab-Blob-Id',
    'Content-Type': bytes ? 'text/plain' : 'application/json',
    ...headers,
  });
  response.end(bytes ?? (json === undefined ? undefined : JSON.stringify(json)));
}

function sendPage(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
}
