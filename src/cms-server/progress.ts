import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Progress } from '../cms/protocol.ts';

/**
 * Tells every open page of the editor what happens, by Server-Sent Events. A page that comes later hears what was
 * published and is not online yet, and the last of the rest.
 */
export function progressBoard() {
  const listeners = new Set<ServerResponse>();
  let pending: Progress[] = [];
  let last: Progress | undefined;
  const beat = setInterval(() => write(': still here\n\n'), 20_000);
  beat.unref();
  const write = (text: string) => {
    for (const listener of listeners) listener.write(text);
  };
  return {
    tell(progress: Progress): void {
      if (progress.state === 'saved') pending.push(progress);
      else last = progress;
      if (progress.state === 'live') pending = pending.filter(({ revision }) => revision > progress.revision);
      write(eventOf(progress));
    },
    listen(request: IncomingMessage, response: ServerResponse): void {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      const missed = [...pending, ...(last ? [last] : [])].map(eventOf).join('');
      response.write(`retry: 1000\n\n${missed}`);
      listeners.add(response);
      request.once('close', () => listeners.delete(response));
    },
    close(): void {
      clearInterval(beat);
      for (const listener of listeners) listener.end();
    },
  };
}

function eventOf(progress: Progress): string {
  return `event: progress\ndata: ${JSON.stringify(progress)}\n\n`;
}
