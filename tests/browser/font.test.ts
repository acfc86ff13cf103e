import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;

beforeAll(async () => {
  site = await openInBrowser();
});

afterAll(() => site.close());

test.each([360, 1280])('when the font comes late, nothing moves: %d pixels', async (width) => {
  const page = await site.newPage({ viewport: { width, height: 800 } });
  let release = () => {};
  const wait = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.woff2', async (route) => {
    await wait;
    await route.continue();
  });
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${site.origin}/fr/courses/langage-clair/`, { waitUntil: 'commit' });
  await page.locator('footer').waitFor();
  const before = await page.evaluate(() => document.fonts.check('16px "Atkinson Hyperlegible Next"'));
  expect(before).toBe(false);
  release();
  await page.waitForFunction(() => document.fonts.check('16px "Atkinson Hyperlegible Next"'));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const { sum } = await page.evaluate(() => (globalThis as unknown as { shifts: { sum: number } }).shifts);
  expect(sum).toBeLessThanOrEqual(0.01);
});

test('regular and bold words are as wide before the font comes as after', async () => {
  const page = await site.newPage();
  await page.goto(`${site.origin}/fr/design/`);
  const ratios = await page.evaluate(async () => {
    await document.fonts.ready;
    const words = 'La formation commence à neuf heures dans la grande salle du Kirchberg';
    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    const widthIn = (font: string) => {
      pen.font = font;
      return pen.measureText(words).width;
    };
    await Promise.all(
      [400, 700].map((weight) => document.fonts.load(`${weight} 50px "Atkinson Arial"`).catch(() => [])),
    );
    return [400, 700].map((weight) => {
      const [ours, standIn, none] = ['Atkinson Hyperlegible Next', 'Atkinson Arial', 'No such font'].map(
        (name) => widthIn(`${weight} 50px "${name}", monospace`),
      );
      // Without Arial and its twin on this machine there is nothing to measure.
      return standIn === none ? 1 : (standIn ?? 0) / (ours ?? 1);
    });
  });
  for (const ratio of ratios) expect(Math.abs(ratio - 1)).toBeLessThan(0.03);
});
