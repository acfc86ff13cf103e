import type { Page } from 'playwright-core';

/** Waits until the catalogue has answered: its title tells how much was found. */
export async function answered(page: Page): Promise<void> {
  await page.waitForFunction(() => /^\d/.test(document.title));
}
