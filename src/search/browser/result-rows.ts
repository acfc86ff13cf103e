import type { CardFile } from '../entry-files.ts';
import { excerptOf, unseenWords } from '../query/excerpt.ts';
import { highlight } from '../query/highlight.ts';
import type { Hit } from './engine.ts';
import { placeRows, type RowTemplates, rowOf, showCard, showPassage } from './rows.ts';
import type { Words } from './words.ts';

/** A passage is loaded once its row is as near to the window. */
const near = '25% 0px';

/** What a reader asked for, and whether they still wait for it. */
interface Asked {
  readonly words: string;
  readonly isCurrent: () => boolean;
}

/** The rows of results in a list of the page. */
export class ResultRows {
  readonly #list: HTMLElement;
  readonly #templates: RowTemplates;
  readonly #words: Words;
  /** The rows that are shown, by their looks. */
  #known = new Map<string, HTMLElement>();
  /** What shows the passage of a row that is not near the window yet. */
  readonly #passages = new Map<Element, () => Promise<void>>();
  readonly #watcher = new IntersectionObserver((seen) => this.#reach(seen), { rootMargin: near });

  constructor(list: HTMLElement, templates: RowTemplates, words: Words) {
    this.#list = list;
    this.#templates = templates;
    this.#words = words;
  }

  /**
   * Shows `hits`: with their cards and the passages that hold the words, or by their titles while the cards are still to
   * come. While one types, most are those of the letter before: rows that look the same stay.
   */
  show(hits: readonly Hit[], asked: Asked, cards?: readonly CardFile[]): void {
    const former = this.#known;
    this.#known = new Map();
    this.#watcher.disconnect();
    this.#passages.clear();
    this.#add(hits, asked, cards, former);
  }

  /** Shows `hits` after those that stand. */
  append(hits: readonly Hit[], asked: Asked, cards: readonly CardFile[]): void {
    this.#add(hits, asked, cards, new Map());
  }

  #add(
    hits: readonly Hit[],
    asked: Asked,
    cards: readonly CardFile[] | undefined,
    former: ReadonlyMap<string, HTMLElement>,
  ): void {
    for (const [at, hit] of hits.entries()) {
      const title = highlight(hit.title, asked.words);
      const key = JSON.stringify([hit.place, title]);
      const row = former.get(key) ?? rowOf(hit, title, this.#templates, this.#words);
      this.#known.set(key, row);
      const card = cards?.[at];
      if (!card) continue;
      showCard(row, card, hit.lang);
      this.#passages.set(row, () => showPassageOf(hit, card, row, asked));
      this.#watcher.observe(row);
    }
    placeRows(this.#list, [...this.#known.values()]);
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
  { title, lang, text }: Hit,
  { summary, card }: CardFile,
  row: HTMLElement,
  { words, isCurrent }: Asked,
): Promise<void> {
  const seen = [title, summary, card?.topic ?? '', ...(card?.facts ?? [])].join(' ');
  const unseen = unseenWords(words, seen);
  const whole = unseen.length > 0 ? await text().catch(() => '') : '';
  if (isCurrent()) showPassage(row, excerptOf(whole, unseen), lang);
}
