import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { type Explanation, explanationOf, unusedExplanations } from './axe-review.ts';

/** The ways in which every page is looked at: light and dark after each other, at each width. */
export const looks = [320, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ colorScheme, width })),
);

/** The rules that are left out, each with its reason; all others are kept, also those that axe leaves out. */
export const leftOut: Readonly<Record<string, string>> = {
  'color-contrast-enhanced':
    'Level AAA, 7:1: the site promises AA. Who asks their device for more contrast gets it.',
  'identical-links-same-purpose':
    'Level AAA: “Enrol” stands beside many sessions, each with its course and day for those who hear it.',
  'meta-refresh-no-exceptions': 'Level AAA: a former address leads on at once, which level A allows.',
  'duplicate-id': 'No rule of WCAG 2.2 any more; html-validate looks at it on every page.',
  'duplicate-id-active': 'No rule of WCAG 2.2 any more; html-validate looks at it on every page.',
  'hidden-content':
    'It says that something is hidden, not that anything is wrong; what opens on demand is looked at open, in tests of its own.',
};

const kept = axe.getRules().filter(({ ruleId }) => !(ruleId in leftOut));

function optionsFor(rules: ReturnType<typeof axe.getRules>): axe.RunOptions {
  return {
    runOnly: { type: 'rule', values: rules.map(({ ruleId }) => ruleId) },
    resultTypes: ['violations', 'incomplete'],
    ancestry: true,
  };
}

/** All rules, and those that ask for colours. */
const options = {
  all: optionsFor(kept),
  colours: optionsFor(kept.filter(({ tags }) => tags.includes('cat.color'))),
};

/**
 * What axe finds on the page as it stands, or in `part` of it, and what it leaves to people without an explanation;
 * `ofState` are the explanations that hold for this state alone, and must be needed.
 */
export async function mistakesIn(
  page: Page,
  part = 'html',
  ofState: readonly Explanation[] = [],
  rules: keyof typeof options = 'all',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations, incomplete } = await page.evaluate(
    ([selector, chosen]) => (globalThis as unknown as { axe: typeof axe }).axe.run(selector, chosen),
    [part, options[rules]] as const,
  );
  const broken = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary ?? ''})`),
  );
  const open = incomplete.flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => explanationOf(id, node, ofState) === undefined)
      .map(({ target, html }) => `to review, ${id}: ${target.join(' ')} (${html})`),
  );
  const unused = unusedExplanations(ofState).map((known) => `explains nothing: ${known}`);
  return [...broken, ...open, ...unused].map((mistake) => mistake.replace(/\s+/g, ' '));
}

/**
 * What axe finds on the page in each look, with the look. Where dark changes nothing but colours, the rules that ask for
 * nothing else have had their answer in the light.
 */
export async function mistakesInEveryLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  let former = '';
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    const shape = await shapeOf(page);
    const rules = colorScheme === 'dark' && shape === former ? 'colours' : 'all';
    former = shape;
    const mistakes = await mistakesIn(page, 'html', [], rules);
    found.push(...mistakes.map((mistake) => `${colorScheme} ${width}: ${mistake}`));
  }
  return found;
}

/** What stands in the page, where, how large it is and whether it is seen; the same for pages that differ in colours alone. */
function shapeOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const elements = [...document.querySelectorAll('*')].map((element) => {
      const { display, visibility, opacity, content } = getComputedStyle(element);
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.tagName, display, visibility, opacity, content, x, y, width, height].join();
    });
    const text = new TextEncoder().encode([document.documentElement.outerHTML, ...elements].join('\n'));
    return new Uint8Array(await crypto.subtle.digest('SHA-256', text)).toString();
  });
}
