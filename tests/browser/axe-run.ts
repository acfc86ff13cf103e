import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { explanationOf } from './axe-review.ts';

/** The ways in which every page is looked at. */
export const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
);

/** Every rule but those of level AAA, which the site does not promise. */
const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'experimental'];
const options: axe.RunOptions = {
  runOnly: { type: 'tag', values },
  rules: {
    ...Object.fromEntries(axe.getRules(values).map(({ ruleId }) => [ruleId, { enabled: true }])),
    // It only says that something is hidden; what opens on demand is looked at in a test of its own.
    'hidden-content': { enabled: false },
  },
  resultTypes: ['violations', 'incomplete'],
  ancestry: true,
};

/** Brings axe into each page of the context before the page’s own scripts. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript(axe.source);
}

/** What axe finds on the page as it stands, and what it leaves to people without an explanation being known. */
export async function mistakesIn(page: Page): Promise<string[]> {
  const { violations, incomplete } = await page.evaluate(
    (chosen) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, chosen),
    options,
  );
  const broken = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary ?? ''})`),
  );
  const open = incomplete.flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => explanationOf(id, node) === undefined)
      .map(({ target, html }) => `to review, ${id}: ${target.join(' ')} (${html})`),
  );
  return [...broken, ...open].map((mistake) => mistake.replace(/\s+/g, ' '));
}

/** What axe finds on the page in each look, with the look. */
export async function mistakesInEveryLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await mistakesIn(page)).map((mistake) => `${colorScheme} ${width}: ${mistake}`));
  }
  return found;
}
