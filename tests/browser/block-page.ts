import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser } from '../../src/commands/browser.ts';
import { listen } from '../../src/server/listen.ts';
import { staticHandler } from '../../src/server/static.ts';
import { readSite } from '../../src/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The built site in a browser, until `close`. */
export async function openSite() {
  const { outDir, basePath } = readSite(process.env);
  const server = await listen(staticHandler(outDir, basePath), 0);
  const executablePath = findBrowser(process.env);
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
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
  const context = await browser.newContext({ javaScriptEnabled: hasScripts, bypassCSP: true });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(address);
  return { page, errors };
}

/** What axe finds wrong in `part` of the page as it stands. */
export async function mistakesIn(page: Page, part: string): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (selector) => {
    const runner = (globalThis as unknown as { axe: { run(context: string): Promise<AxeResults> } }).axe;
    const { violations } = await runner.run(selector);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, part);
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Presses Tab until the element that `selector` names has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let count = 0; count < 200; count += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((each) => document.activeElement?.matches(each), selector)) return;
  }
  expect.fail(`The Tab key does not lead to ${selector}.`);
}
