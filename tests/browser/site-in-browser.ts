import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { launchBrowser } from '../../src/commands/browser.ts';
import { staticHandler } from '../../src/server/static.ts';
import { readSite } from '../../src/site.ts';

export interface SiteInBrowser {
  readonly origin: string;
  /** A page that remembers nothing yet and is closed when the test ends. */
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** One page of each kind, below its language. */
export const kindsOfPage = [
  '',
  'courses/',
  'courses/langage-clair/',
  'sessions/',
  'topics/',
  'topics/digital-work/',
  'paths/',
  'paths/stage-agent-de-l-etat/',
  'modules/',
  'modules/reconnaitre-hameconnage/',
  'people/anne-muller/',
  'news/',
  'news/histoire-academie/',
  'about/',
  'trainers/',
  'glossary/',
  'design/',
  'site-map/',
  'my-learning/',
  '404/',
];

/** What may be said of the browser and the server of a test. */
interface Opening {
  /** Gets each request as it reaches the server. */
  readonly hear?: (request: IncomingMessage) => void;
  /** More arguments of the browser. */
  readonly args?: readonly string[];
}

/** The built site of OUT_DIR, served and opened in a browser. */
export async function openInBrowser({ hear, args }: Opening = {}): Promise<SiteInBrowser> {
  const { outDir, basePath } = readSite(process.env);
  const answer = staticHandler(outDir, basePath);
  const server = createServer((request, response) => {
    hear?.(request);
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const browser: Browser = await launchBrowser(args);
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async newPage(options = {}) {
      const context = await browser.newContext(options);
      onTestFinished(() => context.close());
      return context.newPage();
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
