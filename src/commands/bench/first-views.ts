import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { chromium } from 'playwright-core';
import { bytesOf, countingServer } from '../bench-search/counting-server.ts';

/** What a reader loads who comes for the first time. */
export interface FirstView {
  readonly system: string;
  readonly page: 'course' | 'list';
  /** Bytes sent, compressed, headers included. */
  readonly bytes: number;
  readonly requests: number;
}

/** Loads pages of a built site in a browser that has seen none of it. */
export async function firstViews(
  { name, output }: { name: string; output: string },
  addresses: Readonly<Record<FirstView['page'], string>>,
  browser: Awaited<ReturnType<typeof chromium.launch>>,
): Promise<FirstView[]> {
  const views: FirstView[] = [];
  for (const [page, address] of Object.entries(addresses) as [FirstView['page'], string][]) {
    const server = await countingServer((path) =>
      readFile(join(output, path.endsWith('/') ? `${path}index.html` : path)).catch(() => undefined),
    );
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    let requests = 0;
    try {
      const tab = await context.newPage();
      tab.on('request', () => {
        requests += 1;
      });
      await tab.goto(`${server.origin}${address}`, { waitUntil: 'networkidle' });
      views.push({ system: name, page, bytes: bytesOf(server.sent), requests });
    } finally {
      await context.close();
      server.close();
    }
  }
  return views;
}
