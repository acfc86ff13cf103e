import { keepWork, workOf } from './learning.ts';
import { part, parts, wordsOf } from './parts.ts';

/** Cards one at a time: what is known leaves, what is not comes back, until none is left. */
export class FlashcardsBlock extends HTMLElement {
  #cards: HTMLElement[] = [];
  #known = new Set<number>();
  #queue: number[] = [];

  connectedCallback(): void {
    this.#cards = parts(this, '.cards > li');
    this.#known = new Set(workOf(this)?.marks);
    this.classList.add('one-by-one');
    for (const card of this.#cards) {
      const details = part<HTMLDetailsElement>(card, 'details');
      details.addEventListener('toggle', () => this.#showButtons());
    }
    part(this, '[data-do=known]').addEventListener('click', () => this.#judge(true));
    part(this, '[data-do=again]').addEventListener('click', () => this.#judge(false));
    part(this, '[data-do=restart]').addEventListener('click', () => {
      this.#known.clear();
      this.#begin();
      this.#keep();
      this.#focus();
    });
    this.#begin();
  }

  #begin(): void {
    this.#queue = this.#cards.map((_, index) => index).filter((index) => !this.#known.has(index));
    this.#show();
  }

  #judge(isKnown: boolean): void {
    const current = this.#queue.shift();
    if (current === undefined) return;
    if (isKnown) this.#known.add(current);
    else this.#queue.push(current);
    this.#keep();
    this.#show();
    this.#focus();
  }

  #keep(): void {
    const marks = [...this.#known].sort((a, b) => a - b);
    keepWork(this, marks.length > 0 ? { kind: 'flashcards', marks, of: this.#cards.length } : undefined);
  }

  #show(): void {
    const [current] = this.#queue;
    for (const [index, card] of this.#cards.entries()) {
      card.hidden = index !== current;
      part<HTMLDetailsElement>(card, 'details').open = false;
    }
    const word = current === undefined ? 'finished' : 'left';
    const values = { n: this.#queue.length, of: this.#cards.length };
    part(this, '[role=status]').textContent = wordsOf(this)(word, values);
    part(this, '[data-finished]').hidden = current !== undefined;
    this.#showButtons();
  }

  #showButtons(): void {
    const card = this.#cards[this.#queue[0] ?? -1];
    part(this, '[data-judge]').hidden = !card || !part<HTMLDetailsElement>(card, 'details').open;
  }

  #focus(): void {
    const card = this.#cards[this.#queue[0] ?? -1];
    const target = card ? part(card, 'summary') : part(this, '[data-do=restart]');
    target.focus();
  }
}
