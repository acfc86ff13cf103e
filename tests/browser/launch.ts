import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../src/commands/browser.ts';

/** The browser of the tests, begun. Without windows Chromium would set letters as no reader’s does: at whole pixels, other edges. */
export async function launch(): Promise<Browser> {
  const executablePath = findBrowser(process.env);
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--font-render-hinting=slight',
      '--enable-font-subpixel-positioning',
    ],
  });
}
