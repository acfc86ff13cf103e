import { excerptOf, unseenWords } from '../query/excerpt.ts';
import { highlight } from '../query/highlight.ts';
import type { Hit } from './engine.ts';
import { placeRows, type RowTemplates, rowOf, showPassage, showPicture } from './rows.ts';
import type { Words } from './words.ts';

/** So many milliseconds after results stand, pictures and passages follow: what is typed over is never seen. */
const pause = 150;
/** A passage is loaded once its row is as near to the window. */
const near = '25% 0px';

/** The rows of results in a list of the page. */
export class ResultRows {
  readonly #list: HTMLElement;
  readonly #templates: RowTemplates;
  readonly #words: Words;
  /** The rows that are shown, by their looks. */
  #known = new Map<string, HTMLElement>();
  #isCurrent = (): boolean => true;
  /** What shows the passage of a row that is not near the window yet. */
  readonly #passages = new Map<Element, () => Promise<void>>();
  readonly #watcher = new IntersectionObserver((seen) => this.#reach(seen), { rootMargin: near });

  constructor(list: HTMLElement, templates: RowTemplates, words: Words) {
    this.#list = list;
    this.#templates = templates;
    this.#words = words;
  }

  /**
   * Shows `hits` to who `asked` for these words. While one types, most are those of the letter before: rows that look the
   * same stay. `isCurrent` says whether the reader still waits for these.
   */
  show(hits: readonly Hit[], asked: string, isCurrent: () => boolean): void {
    const former = this.#known;
    this.#known = new Map();
    this.#isCurrent = isCurrent;
    this.#watcher.disconnect();
    this.#passages.clear();
    this.#add(hits, asked, former);
  }

  /** Shows `hits` after those that stand. */
  append(hits: readonly Hit[], asked: string): void {
    this.#add(hits, asked, new Map());
  }

  #add(hits: readonly Hit[], asked: string, former: ReadonlyMap<string, HTMLElement>): void {
    const rows = hits.map((hit) => {
      const title = highlight(hit.title, asked);
      const key = JSON.stringify([hit.url, title]);
      const row = former.get(key) ?? rowOf(hit, title, this.#templates, this.#words);
      this.#known.set(key, row);
      return row;
    });
    placeRows(this.#list, [...this.#known.values()]);
    const isCurrent = this.#isCurrent;
    window.setTimeout(() => {
      if (!isCurrent()) return;
      for (const [at, row] of rows.entries()) {
        showPicture(row);
        this.#passages.set(row, () => showPassageOf(hits[at] as Hit, row, asked, isCurrent));
        this.#watcher.observe(row);
      }
    }, pause);
  }

  #reach(seen: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      this.#watcher.unobserve(target);
      void this.#passages.get(target)?.();
    }
  }
}

/** Shows the passage that holds the words which the card does not show; none where the text can’t be had. */
async function showPassageOf(
  hit: Hit,
  row: HTMLElement,
  asked: string,
  isCurrent: () => boolean,
): Promise<void> {
  const { title, summary, card } = hit;
  const unseen = unseenWords(asked, [title, summary, card?.topic ?? '', ...(card?.facts ?? [])].join(' '));
  const text = unseen.length > 0 ? await hit.text().catch(() => '') : '';
  if (isCurrent()) showPassage(row, excerptOf(text, unseen), hit.lang);
}
