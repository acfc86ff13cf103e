import type { Browser, Page } from 'playwright-core';
import { UnusableFile } from './json-lines.ts';
import type { ServedSite } from './served-site.ts';

/** A catalogue page of a site in a browser that has never been there. */
export interface CataloguePage {
  /** Puts the focus into the search field, and waits until nothing is loaded any more. */
  readonly focus: () => Promise<void>;
  /** Puts words into the field at once; the milliseconds until their results stood in the page. */
  readonly ask: (words: string) => Promise<number>;
  /** Types words letter by letter, each when the results of the one before stand; the milliseconds of each from the second on. */
  readonly type: (words: string) => Promise<number[]>;
  /** The addresses of the results that are shown, best first. */
  readonly shown: () => Promise<string[]>;
  /** Waits until nothing is loaded any more. */
  readonly settle: () => Promise<void>;
  /** The page anew, as on another day: what a browser keeps is kept. */
  readonly revisit: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens `/<language>/courses/`. Throws `UnusableFile` where there is none. */
export async function openCatalogue(
  browser: Browser,
  { origin, basePath, name }: ServedSite,
  language: string,
): Promise<CataloguePage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const visit = async () => {
    const answer = await page.goto(`${origin}${basePath}${language}/courses/`, { waitUntil: 'networkidle' });
    if (!answer?.ok())
      throw new UnusableFile(`${name} holds no page ${language}/courses/: build a site first.`);
  };
  await visit();
  const type = (words: string, from: number) => page.evaluate(typed, { words, from });
  return {
    async focus() {
      await page.locator('main input[name=q]').click();
      await settle(page);
    },
    ask: async (words) => (await type(words, words.length))[0] ?? 0,
    type: (words) => type(words, 2),
    shown: () => page.evaluate(shownAddresses),
    settle: () => settle(page),
    revisit: visit,
    close: () => context.close(),
  };
}

/** Pictures, too, come only after the results: half a second of silence says that all is there. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(100);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(400);
}

/**
 * In the page: puts the beginnings of `words` into the field, from that of `from` letters on, and says how many
 * milliseconds passed until the page told the number of results, which it does when they stand, and had laid them out.
 */
async function typed({ words, from }: { words: string; from: number }): Promise<number[]> {
  const field = document.querySelector<HTMLInputElement>('main input[name=q]');
  const status = document.querySelector('[data-part=status]');
  if (!field || !status) throw new Error('The catalogue page has no search.');
  const times: number[] = [];
  for (let length = Math.min(from, words.length); length <= words.length; length++) {
    const begin = performance.now();
    await new Promise<void>((done, fail) => {
      const watcher = new MutationObserver(() => {
        watcher.disconnect();
        clearTimeout(late);
        done();
      });
      const late = setTimeout(() => fail(new Error(`No answer to “${words.slice(0, length)}”.`)), 30_000);
      watcher.observe(status, { childList: true, characterData: true, subtree: true });
      field.value = words.slice(0, length);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    document.body.getBoundingClientRect();
    times.push(performance.now() - begin);
  }
  return times;
}

/** In the page: the addresses of the results. */
function shownAddresses(): string[] {
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-part=hits]:not([hidden]) > li h3 a');
  return [...links].map((link) => new URL(link.href).pathname + new URL(link.href).hash);
}
