import type { Page } from 'playwright-core';

/** A state in which a page must still be whole. */
export interface Stress {
  readonly name: string;
  readonly width: number;
  readonly begin?: (page: Page) => Promise<unknown>;
  readonly end?: (page: Page) => Promise<unknown>;
}

const sheet = (css: string) => ({
  begin: (page: Page) =>
    page.evaluate((rules) => {
      const added = new CSSStyleSheet();
      added.replaceSync(rules);
      document.adoptedStyleSheets = [added];
    }, css),
  end: (page: Page) =>
    page.evaluate(() => {
      document.adoptedStyleSheets = [];
    }),
});

/** What WCAG 1.4.12 lets a reader set. */
const spacing = sheet(
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
);

const mirrored = {
  begin: (page: Page) => page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl')),
  end: (page: Page) => page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr')),
};

/** A language with words nearly half as long again. The page stays so: it is the last state. */
const longWords = {
  begin: (page: Page) =>
    page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode;
        if (text.parentElement?.closest('script, style, template')) continue;
        text.textContent = (text.textContent ?? '').replace(
          /\p{L}{3,}/gu,
          (word) => `${word}${word.slice(0, Math.ceil(word.length * 0.4))}`,
        );
      }
    }),
};

/** A zoom of 400 % at 1280 pixels leaves 320 of them, one of 200 % leaves 640. */
export const stresses: readonly Stress[] = [
  { name: '320 pixels, or a zoom of 400 %', width: 320 },
  { name: 'a zoom of 200 %', width: 640 },
  { name: '768 pixels', width: 768 },
  { name: '1280 pixels', width: 1280 },
  { name: '1920 pixels', width: 1920 },
  { name: 'letters twice as large', width: 1280, ...sheet(':root { font-size: 200% !important }') },
  { name: 'text spaced, 320 pixels', width: 320, ...spacing },
  { name: 'text spaced, 1280 pixels', width: 1280, ...spacing },
  { name: 'from right to left, 320 pixels', width: 320, ...mirrored },
  { name: 'from right to left, 1280 pixels', width: 1280, ...mirrored },
  { name: 'long words, 320 pixels', width: 320, ...longWords },
];
