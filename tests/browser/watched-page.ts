import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

/**
 * A page of somebody who has never been here, closed when the test ends. The test fails when the page has an error,
 * breaks the security policy, or says in a box that something did not work.
 */
export async function watchedPage(browser: Browser, language = 'fr-LU'): Promise<Page> {
  const context = await browser.newContext({ locale: language, viewport: { width: 1400, height: 1000 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => {
    // After a refused save Decap rejects a promise with an action or nothing, and nobody hears it.
    const isAction = !error.stack && /^(?:Object|\[object Object\]|undefined)?$/.test(error.message);
    if (!isAction) faults.push(error.stack ?? `${error.name}: ${error.message}`);
  });
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  page.on('dialog', (dialog) => {
    // Questions are answered; what Decap says beside them is something that did not work.
    if (dialog.type() === 'alert') faults.push(dialog.message());
    void dialog.accept();
  });
  onTestFinished(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });
  // A slow machine may be late; only what never comes is a failure.
  page.setDefaultTimeout(40_000);
  return page;
}
