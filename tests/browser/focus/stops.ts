import type { Page } from 'playwright-core';

/** Where Tab stops, as one sees it. */
export interface FocusStop {
  readonly name: string;
  /** It stands in the same column as the stop before it, and above it. */
  readonly comesTooLate: boolean;
  /** The width of its outline; 0 where it has none. */
  readonly outline: number;
  /** Between the outline and what lies around the element. */
  readonly contrast: number;
  readonly isCovered: boolean;
  /** A target below 24 × 24 pixels whose circle of 24 pixels touches another target, and no link within a sentence. */
  readonly isCramped: boolean;
}

/** Each stop that Tab makes on the page, from its beginning to its end. */
export async function stopsOn(page: Page): Promise<FocusStop[]> {
  const stops: FocusStop[] = [];
  for (let presses = 0; presses < 600; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error('Six hundred presses of Tab do not lead through the page.');
}

/** Runs in the page: the stop that has the focus, or undefined past the last. */
function lookAtFocus(): FocusStop | undefined {
  const memory = globalThis as { seen?: Element[] };
  memory.seen ??= [];
  const element = document.activeElement;
  if (!element || element === document.body || memory.seen.includes(element)) return undefined;
  const former = memory.seen.at(-1);
  memory.seen.push(element);

  const channels = (colour: string): number[] => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!canvas) return [];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (around: Element | null): string => {
    if (!around) return 'Canvas';
    const { backgroundColor } = getComputedStyle(around);
    return (channels(backgroundColor)[3] ?? 0) === 255 ? backgroundColor : groundOf(around.parentElement);
  };
  const style = getComputedStyle(element);
  const [ring, ground] = [luminance(style.outlineColor), luminance(groundOf(element.parentElement))];
  const box = element.getBoundingClientRect();
  const before = former?.getBoundingClientRect();
  const shared = before ? Math.min(box.right, before.right) - Math.max(box.left, before.left) : 0;
  const isInColumn = before !== undefined && shared > Math.min(box.width, before.width) / 2;
  const points = [0.5, 0.1, 0.9].map((part) => [
    box.left + box.width * part,
    box.top + Math.min(box.height, innerHeight) / 2,
  ]);
  const isSeenAt = ([x = 0, y = 0]: number[]) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (element.contains(hit) || hit.contains(element));
  };
  const middle = (of: DOMRect) => ({ x: of.left + of.width / 2, y: of.top + of.height / 2 });
  const isInSentence =
    style.display === 'inline' && element.parentElement?.textContent?.trim() !== element.textContent?.trim();
  const isSmall = Math.min(box.width, box.height) < 23.5;
  const others = isSmall ? [...document.querySelectorAll('a, button, input, select, summary')] : [];
  const isTouched = others.some((other) => {
    if (other === element || !other.checkVisibility()) return false;
    const [own, its] = [middle(box), other.getBoundingClientRect()];
    const away = {
      x: Math.max(its.left - own.x, 0, own.x - its.right),
      y: Math.max(its.top - own.y, 0, own.y - its.bottom),
    };
    return Math.hypot(away.x, away.y) < 12;
  });
  const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
  return {
    name: `${element.tagName.toLowerCase()} “${words.trim().replace(/\s+/g, ' ').slice(0, 40)}”`,
    comesTooLate: isInColumn && before !== undefined && box.bottom <= before.top + 1,
    outline: style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth),
    contrast: (Math.max(ring, ground) + 0.05) / (Math.min(ring, ground) + 0.05),
    isCovered: !points.some(isSeenAt),
    isCramped: isSmall && !isInSentence && isTouched,
  };
}
