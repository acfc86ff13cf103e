import { fill } from '../i18n/fill.ts';
import {
  areExchanged,
  boxesIn,
  type Choice,
  chipsFor,
  choicesIn,
  daysIn,
  keepApart,
  takeOff,
} from '../search/browser/filters.ts';
import type { Finder } from '../search/browser/finder.ts';
import { once } from '../search/browser/loading.ts';
import { type PageData, ResultsView } from '../search/browser/results-view.ts';
import { SearchForm } from '../search/browser/search-form.ts';
import { readQuery, type SearchQuery, writeQuery } from '../search/query/address.ts';
import { rememberResults } from './visit-memory.ts';

/** So many results come at once: to words the best, to filters alone as many as the page’s own list has. */
const bestResults = 10;

/** The catalogue as one searches it: courses that filters leave, and results of the whole site for words. */
export class CatalogueSearch extends HTMLElement {
  /** What finds: loaded when something is asked for, since most readers come to look around. */
  #parts = once(() => import('../search/browser/finder.ts'));
  #finder = once(async () => (await this.#parts()).finderAt(this.dataset['manifest'] ?? ''));
  #asked = 0;
  #timer: number | undefined;
  #data: PageData | undefined;
  /** The words are being typed: the address of this step of the history goes on changing. */
  #isTyping = false;
  /** What the address asked for when it was last read or written. */
  #address = '';
  #form!: SearchForm;
  #view: ResultsView | undefined;

  connectedCallback(): void {
    if (!this.#view) {
      this.#data = JSON.parse(this.#part('data').textContent ?? '') as PageData;
      this.#form = new SearchForm(this);
      this.#view = new ResultsView(this, this.#data);
      this.addEventListener('change', (event) => this.#changes(event));
      this.addEventListener('click', (event) => this.#clicks(event));
      this.#form.element.addEventListener('submit', (event) => {
        event.preventDefault();
        this.#ask(this.#isTyping ? 'replaceState' : 'pushState');
      });
      this.#form.field.addEventListener('input', () => this.#types());
      this.#form.field.addEventListener('focus', () => this.#prepare('engine'), { once: true });
      const filters = this.querySelector('#facets');
      filters?.addEventListener('focusin', () => this.#prepare('listing'), { once: true });
    }
    window.addEventListener('popstate', this.#goBack);
    // What was typed before this script came.
    const typed = document.activeElement === this.#form.field ? this.#form.field.value : '';
    this.#readAddress();
    if (typed && typed !== this.#form.field.value) {
      this.#form.field.value = typed;
      this.#types();
    }
  }

  /** What can’t be had is told to who asks for something. */
  #prepare(size: 'engine' | 'listing'): void {
    void this.#finder()
      .then<unknown>((finder) => finder[size]())
      .catch(() => {});
  }

  disconnectedCallback(): void {
    window.removeEventListener('popstate', this.#goBack);
    window.clearTimeout(this.#timer);
  }

  /** A link within the page changes the address too, and asks for nothing else. */
  #goBack = (): void => {
    if (location.search !== this.#address) this.#readAddress();
  };

  #readAddress(): void {
    this.#isTyping = false;
    this.#form.write(readQuery(new URLSearchParams(location.search)));
    // What the form does not have, nobody could take back.
    const query = this.#form.read();
    this.#remember(query);
    void this.#show(query, { before: shownBefore() });
  }

  /** The address follows what is asked: a step of its own for a choice, one for all letters of what is typed. */
  #ask(step: 'pushState' | 'replaceState' = 'pushState'): void {
    const query = this.#form.read();
    this.#write(step, query);
    this.#isTyping = false;
    void this.#show(query);
  }

  #write(step: 'pushState' | 'replaceState', query: SearchQuery): void {
    window.clearTimeout(this.#timer);
    const address = location.pathname + writeQuery(query);
    if (address !== location.pathname + location.search) history[step](null, '', address);
    this.#remember(query);
  }

  /** For the way back to the results, and for the same page in the other languages. */
  #remember(query: SearchQuery): void {
    this.#address = location.search;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a[hreflang]')) {
      link.search = location.search;
    }
    rememberResults(writeQuery(query) && location.pathname + writeQuery(query));
  }

  /** Shows what `query` asks for: as many results as the reader had seen `before`, and at least those that come at once. */
  async #show(query: SearchQuery, { before = 0, isTyping = false, isAgain = false } = {}): Promise<void> {
    const view = this.#view;
    if (!view) return;
    const asked = ++this.#asked;
    const isCurrent = () => asked === this.#asked;
    const most = Math.max(before, this.#stepFor(query));
    this.#showChips();
    this.#part('exchanged').hidden = !areExchanged(this);
    if (isWhole(query) && most <= view.amountOfList) {
      view.showList(query);
      return;
    }
    let finder: Finder | undefined;
    try {
      finder = await this.#finder();
      const { find, near } = finder;
      const given = await find(query, isCurrent);
      if (!isCurrent()) return;
      const wanted = { most, isTyping, isCurrent, near: () => near(query.words) };
      await view.showAnswer(query, given, await this.#parts(), wanted);
    } catch {
      const isRenewed = !isAgain && (await finder?.renew().catch(() => false));
      if (!isCurrent()) return;
      if (isRenewed) await this.#show(query, { before, isTyping, isAgain: true });
      else view.fail(query);
    }
  }

  /** How many results come at once. */
  #stepFor({ words }: SearchQuery): number {
    return words ? bestResults : (this.#view?.amountOfList ?? bestResults);
  }

  /** The next results, and the focus on the first of them. The address keeps how many there are, for the way back. */
  async #showMore(): Promise<void> {
    const view = this.#view;
    if (!view) return;
    const query = this.#form.read();
    const from = view.shown;
    if (isWhole(query) && from <= view.amountOfList) {
      await this.#show(query, { before: from + this.#stepFor(query) });
      view.focus(from);
    } else if (!(await view.showMore(this.#stepFor(query)))) return;
    history.replaceState({ shown: view.shown }, '');
  }

  #changes({ target }: Event): void {
    if (target === this.#form.field) return;
    if (target instanceof HTMLInputElement) keepApart(target);
    this.#ask();
  }

  /** Results follow each letter; the address follows once the reader pauses, as browsers want it: a step for all of them. */
  #types(): void {
    const query = this.#form.read();
    void this.#show(query, { isTyping: true });
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#write(this.#isTyping ? 'replaceState' : 'pushState', query);
      this.#isTyping = true;
    }, 300);
  }

  #clicks({ target }: Event): void {
    const button = target instanceof Element ? target.closest('button') : null;
    const action = button?.dataset['action'];
    if (action === 'more') void this.#showMore();
    if (action === 'clear') this.#takeBack([...boxesIn(this), ...daysIn(this)]);
    if (action === 'filters') this.#openFilters();
    if (action === 'close') this.#dialog.close();
  }

  /** Where there is no room beside the results, the filters lie in a window of their own while it is open. */
  #openFilters(): void {
    const filters = this.#part('filters-body').appendChild(this.querySelector('#facets') as HTMLElement);
    this.#dialog.addEventListener('close', () => this.#dialog.before(filters), { once: true });
    this.#dialog.showModal();
  }

  #showChips(): void {
    const nameOf = (choice: Choice) => fill(this.#data?.words['remove'] ?? '', { ...choice, box: '' });
    const chips = chipsFor(choicesIn(this), nameOf, ({ box }) => this.#takeBack([box]));
    this.#part('chips').hidden = chips.length === 0;
    this.#part('chips')
      .querySelector('ul')
      ?.replaceChildren(...chips);
  }

  /** The focus goes to the next chip, or to the field where none is left. */
  #takeBack(boxes: readonly HTMLInputElement[]): void {
    for (const box of boxes) takeOff(box);
    this.#ask();
    const [next] = this.#part('chips').hidden ? [] : this.#part('chips').querySelectorAll('button');
    (next ?? this.#form.field).focus();
  }

  get #dialog(): HTMLDialogElement {
    return this.#part('filters') as HTMLDialogElement;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part=${name}]`) as HTMLElement;
  }
}

/** Nothing is asked: the page’s own list answers. */
function isWhole(query: SearchQuery): boolean {
  return writeQuery({ ...query, view: undefined }) === '';
}

/** How many results this step of the reader’s history showed, where there were more than come at once. */
function shownBefore(): number {
  const { shown } = (history.state ?? {}) as { shown?: number };
  return shown ?? 0;
}
