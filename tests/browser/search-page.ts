import type { Page } from 'playwright-core';

/** Waits until the catalogue has answered: its title tells how much was found, and the pictures have come. */
export async function answered(page: Page): Promise<void> {
  await page.waitForFunction(
    () => /^\d/.test(document.title) && !document.querySelector('[data-part=hits] img[data-src]'),
  );
}
