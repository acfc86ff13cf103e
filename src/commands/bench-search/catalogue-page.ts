import type { Browser, Page } from 'playwright-core';
import { UnusableFile } from './json-lines.ts';
import type { ServedSite } from './served-site.ts';

/** How many milliseconds the page took to answer. */
export interface Typed {
  /** For each key, until its results stood in the page. */
  readonly keys: readonly number[];
  /** From the last key until all results of a page stood with all that cards say. */
  readonly whole: number;
}

/** A catalogue page of a site in a browser that has never been there. */
export interface CataloguePage {
  /** Puts the focus into the search field, and waits until nothing is loaded any more. */
  readonly focus: () => Promise<void>;
  /** Puts words into the field at once. */
  readonly ask: (words: string) => Promise<Typed>;
  /** Types words letter by letter, from the second on, each when the results of the one before stand. */
  readonly type: (words: string) => Promise<Typed>;
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
    ask: (words) => type(words, words.length),
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
async function typed({ words, from }: { words: string; from: number }): Promise<Typed> {
  const field = document.querySelector<HTMLInputElement>('main input[name=q]');
  const [status, hits] = ['status', 'hits'].map((part) => document.querySelector(`[data-part=${part}]`));
  if (!field || !status || !hits) throw new Error('The catalogue page has no search.');
  const until = (place: Element, change: MutationObserverInit, isDone: () => boolean) =>
    new Promise<void>((done, fail) => {
      const late = setTimeout(() => fail(new Error(`No answer to “${field.value}”.`)), 30_000);
      const watcher = new MutationObserver(end);
      function end(): void {
        if (!isDone()) return;
        watcher.disconnect();
        clearTimeout(late);
        done();
      }
      watcher.observe(place, change);
    });
  const keys: number[] = [];
  let begin = performance.now();
  for (let length = Math.min(from, words.length); length <= words.length; length++) {
    begin = performance.now();
    const told = until(status, { childList: true, characterData: true, subtree: true }, () => true);
    field.value = words.slice(0, length);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await told;
    document.body.getBoundingClientRect();
    keys.push(performance.now() - begin);
  }
  const isWhole = () => !hits.hasAttribute('aria-busy');
  if (!isWhole()) await until(hits, { attributeFilter: ['aria-busy'] }, isWhole);
  document.body.getBoundingClientRect();
  return { keys, whole: performance.now() - begin };
}

/** In the page: the addresses of the results. */
function shownAddresses(): string[] {
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-part=hits]:not([hidden]) > li h3 a');
  return [...links].map((link) => new URL(link.href).pathname + new URL(link.href).hash);
}
