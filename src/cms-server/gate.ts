import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may speak to the editor’s server: pages of this origin, in a browser that was given the cookie. */
export interface Gate {
  /** True where the request names this machine: another name means that somebody’s domain points here. */
  readonly isForUs: (request: IncomingMessage) => boolean;
  /** True where a page of another origin asks. */
  readonly isForeign: (request: IncomingMessage) => boolean;
  readonly hasCookie: (request: IncomingMessage) => boolean;
  /** The value of a `Set-Cookie` header. */
  readonly cookie: (request: IncomingMessage) => string;
}

/** `path` is the folder of the editor’s addresses, `secret` what the cookie holds as long as the server runs. */
export function gateFor(path: string, secret: string): Gate {
  const nameOf = (request: IncomingMessage) => `academy_editor_${request.socket.localPort}`;
  return {
    isForUs(request) {
      const port = request.socket.localPort;
      const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
      return hosts.includes(request.headers.host ?? '');
    },
    isForeign({ headers }) {
      const { origin, host } = headers;
      const site = headers['sec-fetch-site'];
      if (origin !== undefined && origin !== `http://${host}`) return true;
      return site !== undefined && site !== 'same-origin' && site !== 'none';
    },
    hasCookie(request) {
      const sent = `; ${request.headers.cookie ?? ''}`.split(`; ${nameOf(request)}=`)[1]?.split(';', 1)[0];
      return sent !== undefined && isSame(sent, secret);
    },
    cookie: (request) => `${nameOf(request)}=${secret}; Path=${path}; HttpOnly; SameSite=Strict`,
  };
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
