import { fill } from '../i18n/fill.ts';
import { type Engine, type Found, openEngine } from '../search/browser/engine.ts';
import {
  boxesIn,
  type Choice,
  chipsFor,
  choicesIn,
  daysIn,
  keepApart,
  takeOff,
} from '../search/browser/filters.ts';
import { type PageData, ResultsView } from '../search/browser/results-view.ts';
import { fold } from '../search/fold.ts';
import { readQuery, type SearchQuery, writeQuery } from '../search/query/address.ts';
import { type Answer, answer } from '../search/query/answer.ts';
import { anyDay } from '../search/query/days.ts';
import { rememberResults } from './visit-memory.ts';

/** The catalogue as one searches it: the list of courses narrowed at once, and results of the whole site for words. */
export class CatalogueSearch extends HTMLElement {
  #engine: Promise<Engine> | undefined;
  #asked = 0;
  #timer: number | undefined;
  #data: PageData | undefined;
  #view: ResultsView | undefined;
  #fillers: ReadonlySet<string> = new Set();

  connectedCallback(): void {
    if (!this.#view) {
      this.#data = JSON.parse(this.#part('data').textContent ?? '') as PageData;
      this.#view = new ResultsView(this, this.#data);
      this.#fillers = new Set((this.#data.words['fillers'] ?? '').split(' '));
      this.addEventListener('change', (event) => this.#changes(event));
      this.addEventListener('click', (event) => this.#clicks(event));
      this.#form.addEventListener('submit', (event) => {
        event.preventDefault();
        this.#ask('pushState');
      });
      this.#field.addEventListener('input', () => this.#types());
      this.#field.addEventListener('focus', () => this.#open().catch(() => {}), { once: true });
    }
    window.addEventListener('popstate', this.#readAddress);
    this.#readAddress();
  }

  disconnectedCallback(): void {
    window.removeEventListener('popstate', this.#readAddress);
    window.clearTimeout(this.#timer);
  }

  #readAddress = (): void => {
    const query = readQuery(new URLSearchParams(location.search));
    const chosen: Readonly<Record<string, readonly string[] | undefined>> = query.selection;
    this.#field.value = query.words;
    const { isSoon, isFree, from, to } = query.days ?? anyDay;
    for (const box of boxesIn(this)) box.checked = chosen[box.name]?.includes(box.value) ?? false;
    for (const box of boxesIn(this)) if (box.name === 'soon') box.checked = isSoon;
    for (const box of boxesIn(this)) if (box.name === 'free') box.checked = isFree;
    for (const field of daysIn(this)) field.value = field.name === 'from' ? from : to;
    this.#sorting.value = query.sorting;
    for (const radio of this.querySelectorAll<HTMLInputElement>('input[name=view]')) {
      radio.checked = radio.value === (query.view ?? 'list');
    }
    this.#show(query);
  };

  /** The address follows what is asked: a step of its own for a choice, the same step while words are being typed. */
  #ask(step: 'pushState' | 'replaceState'): void {
    const query = this.#asForm();
    this.#write(step, query);
    void this.#show(query);
  }

  #write(step: 'pushState' | 'replaceState', query: SearchQuery): void {
    window.clearTimeout(this.#timer);
    const address = location.pathname + writeQuery(query);
    if (address !== location.pathname + location.search) history[step](null, '', address);
  }

  /** What the form asks for. */
  #asForm(): SearchQuery {
    const entries = [...new FormData(this.#form)].map(([name, value]) => [name, String(value)]);
    const asked = readQuery(new URLSearchParams(entries));
    const former = readQuery(new URLSearchParams(location.search));
    return { ...asked, isExact: former.isExact && former.words === asked.words };
  }

  async #show(query: SearchQuery): Promise<void> {
    const asked = ++this.#asked;
    const isList = query.words === '' && !query.selection.type?.length;
    this.#showChips();
    this.#part('types').toggleAttribute('hidden', isList);
    rememberResults(writeQuery(query) && location.pathname + writeQuery(query));
    if (isList) {
      this.#view?.showList(query);
      return;
    }
    try {
      const engine = await this.#open();
      if (asked !== this.#asked) return;
      const given = query.words ? await answer(engine, query, this.#fillers) : everything(engine, query);
      if (asked === this.#asked) await this.#view?.showAnswer(query, given, () => asked === this.#asked);
    } catch {
      this.#engine = undefined;
      if (asked === this.#asked) this.#showWithoutIndex(query);
    }
  }

  #showWithoutIndex(query: SearchQuery): void {
    const words = fold(query.words).split(' ');
    this.#view?.showList(query, (row) => {
      const text = fold(row.textContent ?? '');
      return words.every((word) => text.includes(word));
    });
    this.#view?.note(this.#data?.words['failed'] ?? '');
  }

  #open(): Promise<Engine> {
    this.#engine ??= openEngine(this.dataset['manifest'] ?? '');
    return this.#engine;
  }

  #changes({ target }: Event): void {
    if (target === this.#field) return;
    if (target instanceof HTMLInputElement) keepApart(target);
    this.#ask('pushState');
  }

  /** Results follow each letter; the address follows once the reader pauses, as browsers want it. */
  #types(): void {
    const query = this.#asForm();
    void this.#show(query);
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#write('replaceState', query), 300);
  }

  #clicks({ target }: Event): void {
    const button = target instanceof Element ? target.closest('button') : null;
    const action = button?.dataset['action'];
    if (action === 'more') void this.#view?.showMore();
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
    this.#ask('pushState');
    const [next] = this.#part('chips').hidden ? [] : this.#part('chips').querySelectorAll('button');
    (next ?? this.#field).focus();
  }

  get #dialog(): HTMLDialogElement {
    return this.#part('filters') as HTMLDialogElement;
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement;
  }

  get #field(): HTMLInputElement {
    return this.#form.elements.namedItem('q') as HTMLInputElement;
  }

  get #sorting(): HTMLSelectElement {
    return this.#form.elements.namedItem('sort') as HTMLSelectElement;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part=${name}]`) as HTMLElement;
  }
}

/** Without words, all entries that the filters leave. */
function everything(engine: Engine, query: SearchQuery): Answer<Found> {
  const places = [...engine.lexicon.titles.keys()];
  return { kind: 'plain', words: '', found: engine.show(places, query) };
}
