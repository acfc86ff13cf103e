import { createServer, type Server } from 'node:http';
import type { Handler } from './static.ts';

/** What a person has to do so that the server can start; the message is one line that says it. */
export class CannotListen extends Error {}

/** A server on this machine alone, once it accepts requests. Throws `CannotListen`. */
export function listen(handler: Handler, port: number): Promise<Server> {
  const server = createServer(handler);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new CannotListen(remedyFor(error, port))));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** The port of `PORT`, or the one the site is usually served on. Throws `CannotListen` for what is no port. */
export function readPort(environment: NodeJS.ProcessEnv): number {
  const port = Number(environment.PORT || 4321);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new CannotListen(`Set PORT to a number from 1 to 65535: it is “${environment.PORT}”.`);
}

function remedyFor(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken: choose another one, for example PORT=${port + 1} npm start.`;
  if (error.code === 'EACCES')
    return `Port ${port} needs more rights: choose one above 1023, for example PORT=4321.`;
  return `The server cannot listen on port ${port}: ${error.message}.`;
}
