import type { Page } from 'playwright-core';

/** Waits until the catalogue has answered: its title tells how much was found, all rows of a page stand and lead to their entries. */
export async function answered(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const [total] = /^\d+/.exec(document.title.replace(/(?<=\d)[\s.,](?=\d)/g, '')) ?? [];
    const hits = document.querySelector('[data-part=hits]');
    const isWhole =
      hits?.hasAttribute('hidden') || (hits?.children.length ?? 0) >= Math.min(10, Number(total));
    return total && isWhole && !hits?.hasAttribute('aria-busy');
  });
}
