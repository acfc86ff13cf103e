import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type BareRepository, bareRepository } from './bare-repository.ts';
import type { Member } from './log-in.ts';
import { type MergeRequests, mergeRequestsOf } from './merge-requests.ts';

export const repositoryName = 'inap/academy';
export const applicationId = 'the-editor-of-the-academy';

/** Who may write at all, and who may write into the protected branch. */
export const developer = 30;
export const maintainer = 40;

/** An answer of a git host: JSON, a page, or the bytes of a file. */
export interface Answer {
  readonly status?: number;
  readonly json?: unknown;
  readonly html?: string;
  readonly bytes?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as it came. */
export interface Received {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, string>>;
}

/** A request to the API of somebody who is known. */
export interface Asked {
  readonly method: string;
  /** Below the API’s root or the project, decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly member: Member;
  readonly origin: string;
}

export interface Project {
  readonly repository: BareRepository;
  readonly requests: MergeRequests;
  /** What pipelines say of a commit. */
  readonly statuses: Map<string, object[]>;
}

/** What is answered to a method and a path; `part` is what stands in brackets. */
export type Route = readonly [
  method: string,
  path: RegExp,
  answer: (project: Project, asked: Asked, part: string) => Answer,
];

/** The answer of the first route that fits. Throws where none does: the double then lacks something. */
export function answerFrom(routes: readonly Route[], project: Project, asked: Asked): Answer {
  for (const [method, path, answer] of routes) {
    const part = asked.method === method ? path.exec(asked.path) : null;
    if (part) return answer(project, asked, part[1] ?? '');
  }
  throw new Error(`The double doesn’t know ${asked.method} ${asked.path}.`);
}

/**
 * A git host on this machine, over a bare repository with the shipped content. `permissions` are the headers by which it lets
 * pages of other origins in.
 */
export async function openDouble(
  permissions: Readonly<Record<string, string>>,
  answer: (project: Project, received: Received) => Answer,
) {
  const repository = bareRepository(['content', 'public/media']);
  const project: Project = { repository, requests: mergeRequestsOf(repository), statuses: new Map() };
  const faults: string[] = [];
  const server = createServer((request, response) => {
    receive(request)
      .then((received) => (received.method === 'OPTIONS' ? { status: 204 } : answer(project, received)))
      .catch((error: unknown) => {
        faults.push(String(error));
        return { status: 500, json: { message: String(error) } };
      })
      .then((answered) => send(response, answered, permissions));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function receive(request: IncomingMessage): Promise<Received> {
    const sent = await text(request);
    const { method = 'GET', url = '/', headers } = request;
    return { method, url: new URL(url, origin), headers, body: sent ? JSON.parse(sent) : {} };
  }

  return {
    origin,
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

function send(
  response: ServerResponse,
  { status = 200, json, html, bytes, headers }: Answer,
  permissions: Readonly<Record<string, string>>,
): void {
  const type = html ? 'text/html; charset=utf-8' : bytes ? 'text/plain' : 'application/json; charset=utf-8';
  response.writeHead(status, {
    'Access-Control-Allow-Origin': '*',
    ...permissions,
    ...((html ?? bytes ?? json) !== undefined && { 'Content-Type': type }),
    ...headers,
  });
  response.end(html ?? bytes ?? (json === undefined ? undefined : JSON.stringify(json)));
}
