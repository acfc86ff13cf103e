import type { Page } from 'playwright-core';

/** Presses Tab until what `selector` names has the focus. Throws where Tab does not lead there. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Two hundred presses of Tab do not reach ${selector}.`);
}
