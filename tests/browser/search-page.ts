import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on the page as it stands, by all its rules. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Presses Tab until what `selector` names has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Eighty presses of Tab do not reach ${selector}.`);
}

/** Waits until the catalogue has answered: its title tells how much was found. */
export async function answered(page: Page): Promise<void> {
  await page.waitForFunction(() => /^\d/.test(document.title));
}
