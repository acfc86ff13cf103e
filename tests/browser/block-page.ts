import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../src/commands/browser.ts';
import { listen } from '../../src/server/listen.ts';
import { staticHandler } from '../../src/server/static.ts';
import { readSite } from '../../src/site.ts';

/** The built site in a browser, until `close`. */
export async function openSite() {
  const { outDir, basePath } = readSite(process.env);
  const server = await listen(staticHandler(outDir, basePath), 0);
  const browser = await launchBrowser();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`;
  return {
    visit: (path: string, hasScripts = true) => visit(browser, origin + path, hasScripts),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page in a browser that remembers nothing yet; an error in the page fails the test that asks for `errors`. */
async function visit(browser: Browser, address: string, hasScripts: boolean) {
  const context = await browser.newContext({ javaScriptEnabled: hasScripts });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(address);
  return { page, errors };
}
