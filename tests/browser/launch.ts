import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../src/commands/browser.ts';

/** The browser of the tests, begun. Without windows Chromium would set letters at whole pixels, which no reader’s does. */
export async function launch(): Promise<Browser> {
  const executablePath = findBrowser(process.env);
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking', '--font-render-hinting=none'],
  });
}
