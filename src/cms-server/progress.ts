import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Progress } from '../cms/protocol.ts';

/** Tells every open page of the editor what happens, by Server-Sent Events; a page that comes later hears the last of it. */
export function progressBoard() {
  const listeners = new Set<ServerResponse>();
  let last = '';
  const beat = setInterval(() => write(': still here\n\n'), 20_000);
  beat.unref();
  const write = (text: string) => {
    for (const listener of listeners) listener.write(text);
  };
  return {
    tell(progress: Progress): void {
      last = `event: progress\ndata: ${JSON.stringify({ ...progress, at: new Date().toISOString() })}\n\n`;
      write(last);
    },
    listen(request: IncomingMessage, response: ServerResponse): void {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(`retry: 1000\n\n${last}`);
      listeners.add(response);
      request.once('close', () => listeners.delete(response));
    },
    close(): void {
      clearInterval(beat);
      for (const listener of listeners) listener.end();
    },
  };
}
