import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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
 * Lays out what a list leaves until it comes near the window: it would come to its place while axe looks, which then no
 * longer finds what it stands on.
 */
const laidOut = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}`;

/** The same axe in half as many letters: from `axe.source` a page would begin it a third slower. */
const shortAxe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const source = shortAxe + laidOut;

/** From now on axe is there on every page that `page` goes to: to bring it to each anew would take a sixth of the time. */
export async function keepAxeOn(page: Page): Promise<void> {
  await page.addInitScript({ content: source });
}

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
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
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

/** The colours that axe has looked at in the dark at a width, each with what it stands on, and found right. */
export class JudgedColours {
  readonly #judged = new Map<number, Set<string>>();

  areKnown(width: number, colours: readonly string[]): boolean {
    const judged = this.#judged.get(width);
    return colours.every((colour) => judged?.has(colour));
  }

  add(width: number, colours: readonly string[]): void {
    const judged = this.#judged.get(width) ?? new Set();
    for (const colour of colours) judged.add(colour);
    this.#judged.set(width, judged);
  }
}

/**
 * What axe finds on the page in each look, with the look. Where dark changes nothing but colours, the rules that ask for
 * nothing else have had their answer in the light, and those that ask for colours are left out where all that the page has
 * are `judged`.
 */
export async function mistakesInEveryLook(page: Page, judged: JudgedColours): Promise<string[]> {
  const found: string[] = [];
  let former = '';
  // A page begins as wide as the last one was: to change that takes as long as many a rule.
  const first = looks.findIndex(({ width }) => width === page.viewportSize()?.width);
  const inTurn = first < 0 ? looks : [...looks.slice(first), ...looks.slice(0, first)];
  for (const { colorScheme, width } of inTurn) {
    await Promise.all([
      page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }),
      page.setViewportSize({ width, height: 900 }),
    ]);
    const isDark = colorScheme === 'dark';
    const { shape, colours } = await seenOn(page, isDark);
    const isOfColours = isDark && shape === former;
    former = shape;
    if (isOfColours && judged.areKnown(width, colours)) continue;
    const mistakes = await mistakesIn(page, 'html', [], isOfColours ? 'colours' : 'all');
    if (isDark && mistakes.length === 0) judged.add(width, colours);
    found.push(...mistakes.map((mistake) => `${colorScheme} ${width}: ${mistake}`));
  }
  return found;
}

/**
 * The shape of a page: what stands in it, where, how large it is and whether it is seen; the same for pages that differ in
 * colours alone. And where they are asked for, the colours of its texts: how each looks and what it stands on, with all that
 * it stands in.
 */
function seenOn(page: Page, asksForColours: boolean): Promise<{ shape: string; colours: string[] }> {
  return page.evaluate(async (asksForColours) => {
    const all = [...document.querySelectorAll('*')];
    const elements = all.map((element) => {
      const { display, visibility, opacity, content } = getComputedStyle(element);
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.tagName, display, visibility, opacity, content, x, y, width, height].join();
    });
    const text = new TextEncoder().encode([document.documentElement.outerHTML, ...elements].join('\n'));
    const shape = new Uint8Array(await crypto.subtle.digest('SHA-256', text)).toString();

    const chains = new Map<Element, string>();
    const colours = new Set<string>();
    for (const element of asksForColours ? all : []) {
      const style = getComputedStyle(element);
      const { color, backgroundColor, backgroundImage, opacity, filter, mixBlendMode, textShadow } = style;
      const own = [color, backgroundColor, backgroundImage, opacity, filter, mixBlendMode, textShadow].join();
      const outer = element.parentElement ? (chains.get(element.parentElement) ?? '') : '';
      // What is as its parent and lets all of it through changes nothing; a veil over a veil does.
      const isClear = backgroundColor === 'rgba(0, 0, 0, 0)' && backgroundImage === 'none' && opacity === '1';
      const chain = isClear && outer.endsWith(own) ? outer : `${outer}|${own}`;
      chains.set(element, chain);
      const hasText = [...element.childNodes].some(
        ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim(),
      );
      if (
        (hasText || element.matches('input, select, textarea')) &&
        element.getBoundingClientRect().width > 0
      )
        colours.add(`${element.localName} ${style.fontSize} ${style.fontWeight} ${chain}`);
    }
    return { shape, colours: [...colours] };
  }, asksForColours);
}
