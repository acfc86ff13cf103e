import type { Page } from 'playwright-core';

/** What cannot be read on the page as it stands: what makes it scroll sideways, text beyond its edge or cut off. */
export function clippedOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`${scrollWidth} pixels wide`);
    const isSet = (element: Element) =>
      !element.closest('.visually-hidden, .skip') && element.checkVisibility({ visibilityProperty: true });
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 50)}”`;
    const isScrolled = (element: Element): boolean => {
      const scroller = element.closest('table, pre, .table-scroll, .table, dialog, [popover]');
      return scroller !== null;
    };
    const range = document.createRange();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!element || !walker.currentNode.textContent?.trim() || !isSet(element) || isScrolled(element))
        continue;
      range.selectNodeContents(walker.currentNode);
      const { left, right, width } = range.getBoundingClientRect();
      if (width > 1 && (left < -1 || right > clientWidth + 1)) found.push(`${name(element)} beyond the edge`);
    }
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const cuts = /hidden|clip/.test(overflowX + overflowY) && element.textContent?.trim();
      if (!cuts || !isSet(element) || element instanceof SVGElement) continue;
      const isWide = element.scrollWidth > element.clientWidth + 1 && /hidden|clip/.test(overflowX);
      const isHigh = element.scrollHeight > element.clientHeight + 1 && /hidden|clip/.test(overflowY);
      if (isWide || isHigh) found.push(`${name(element)} cut off`);
    }
    return found;
  });
}

/** The parts of the page that, read from right to left, do not lie where a mirror would show them. */
export function notMirroredOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = [
      ...document.querySelectorAll('header *, main > *, main > * > *, h1, h2, aside, footer *'),
    ].filter(
      (each) => each.checkVisibility() && !each.closest('svg, .visually-hidden, .skip, p, li, address, h2'),
    );
    const width = document.documentElement.clientWidth;
    const boxes = () => parts.map((each) => each.getBoundingClientRect());
    const before = boxes();
    document.documentElement.dir = 'rtl';
    const after = boxes();
    return parts.flatMap((part, index) => {
      const [own, mirror] = [before[index], after[index]];
      if (!own || !mirror || own.width === 0) return [];
      const away = Math.abs(width - own.right - mirror.left);
      return away > 2
        ? [`<${part.tagName.toLowerCase()} class="${part.className}"> is ${away} pixels away`]
        : [];
    });
  });
}

/** Style rules that show or hide something where the mouse is. */
export function onlyOnHover(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const rulesIn = (list: CSSRuleList): CSSStyleRule[] =>
      [...list].flatMap((rule) => [
        ...(rule instanceof CSSStyleRule ? [rule] : []),
        ...('cssRules' in rule ? rulesIn(rule.cssRules as CSSRuleList) : []),
      ]);
    const shows =
      /(?:^|[\s;])(?:display|visibility|opacity|content|clip-path|max-block-size|block-size|transform)\s*:/;
    return [...document.styleSheets]
      .flatMap(({ cssRules }) => rulesIn(cssRules))
      .filter(({ selectorText, style }) => selectorText.includes(':hover') && shows.test(style.cssText))
      .map(({ cssText }) => cssText.slice(0, 120));
  });
}
