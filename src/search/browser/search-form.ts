import { readQuery, type SearchQuery } from '../query/address.ts';
import { anyDay } from '../query/days.ts';
import { boxesIn, daysIn } from './filters.ts';

/** The form of the catalogue page: the field for words, the filters, the sorting and the view. */
export class SearchForm {
  readonly #root: HTMLElement;
  readonly element: HTMLFormElement;
  /** The field for words. */
  readonly field: HTMLInputElement;

  /** The form within `root`, the filters of which may lie in a window of their own. */
  constructor(root: HTMLElement) {
    this.#root = root;
    this.element = root.querySelector('form') as HTMLFormElement;
    this.field = this.element.elements.namedItem('q') as HTMLInputElement;
  }

  /** What the form asks for. */
  read(): SearchQuery {
    const entries = [...new FormData(this.element)].map(([name, value]) => [name, String(value)]);
    const asked = readQuery(new URLSearchParams(entries));
    const former = readQuery(new URLSearchParams(location.search));
    return { ...asked, isExact: former.isExact && former.words === asked.words };
  }

  /** Has the form ask for `query`. */
  write(query: SearchQuery): void {
    const chosen: Readonly<Record<string, readonly string[] | undefined>> = query.selection;
    this.field.value = query.words;
    const { isSoon, isFree, from, to } = query.days ?? anyDay;
    for (const box of boxesIn(this.#root)) {
      if (box.name === 'soon') box.checked = isSoon;
      else if (box.name === 'free') box.checked = isFree;
      else box.checked = chosen[box.name]?.includes(box.value) ?? false;
    }
    for (const field of daysIn(this.#root)) field.value = field.name === 'from' ? from : to;
    (this.element.elements.namedItem('sort') as HTMLSelectElement).value = query.sorting;
    for (const radio of this.#root.querySelectorAll<HTMLInputElement>('input[name=view]')) {
      radio.checked = radio.value === (query.view ?? 'list');
    }
  }
}
