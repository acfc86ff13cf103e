/** A choice of a combobox: what it looks like, and where it leads. */
export interface Option {
  readonly content: Node;
  /** Where it leads: asked for as soon as somebody reaches for the choices. */
  readonly address: () => Promise<string>;
}

/**
 * Makes a text field a combobox of ARIA’s pattern with a list box below it: arrows choose, Enter follows, Escape and Tab
 * close. The focus never leaves the field, and without a choice Enter does what the form does.
 */
export class Combobox {
  readonly #field: HTMLInputElement;
  readonly #list = document.createElement('ul');
  #options: readonly Option[] = [];
  #active = -1;

  /** `list` is put after `before`; `label` names it. */
  constructor(field: HTMLInputElement, label: string, before: Element) {
    this.#field = field;
    this.#list.className = 'suggestions';
    this.#list.role = 'listbox';
    this.#list.id = `${field.id}-list`;
    this.#list.ariaLabel = label;
    this.#list.hidden = true;
    before.after(this.#list);
    field.role = 'combobox';
    field.setAttribute('aria-controls', this.#list.id);
    field.ariaAutoComplete = 'list';
    field.ariaExpanded = 'false';
    field.addEventListener('keydown', (event) => this.#presses(event));
    field.addEventListener('blur', () => this.close());
    field.form?.addEventListener('submit', () => this.close());
    // The field keeps the focus while something is chosen with the pointer.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('pointerenter', () => this.#reach(0));
    this.#list.addEventListener('click', (event) => void this.#follow(this.#placeOf(event), event));
  }

  get isOpen(): boolean {
    return !this.#list.hidden;
  }

  /** Shows `options`, none of them chosen; closes where there is none. */
  show(options: readonly Option[]): void {
    this.#options = options;
    this.#list.replaceChildren(...options.map(({ content }, place) => this.#item(content, place)));
    this.#choose(-1);
    this.#open(options.length > 0);
  }

  close(): void {
    this.#choose(-1);
    this.#open(false);
  }

  #open(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#field.ariaExpanded = String(isOpen);
  }

  #item(content: Node, place: number): HTMLLIElement {
    const item = document.createElement('li');
    item.role = 'option';
    item.id = `${this.#list.id}-${place}`;
    item.append(content);
    return item;
  }

  #presses(event: KeyboardEvent): void {
    const { key, altKey, isComposing } = event;
    if (isComposing) return;
    if ((key === 'ArrowDown' || key === 'ArrowUp') && this.#options.length > 0) {
      event.preventDefault();
      if (!this.isOpen) this.#open(true);
      else if (altKey && key === 'ArrowUp') this.close();
      if (!altKey) this.#step(key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Escape' && this.isOpen) {
      event.preventDefault();
      this.close();
    } else if (key === 'Enter' && this.isOpen && this.#active >= 0) {
      event.preventDefault();
      void this.#follow(this.#active, event);
    } else if (key === 'Tab') this.close();
  }

  /** From the field through the list and back to the field. */
  #step(by: number): void {
    const stops = this.#options.length + 1;
    this.#choose(((this.#active + 1 + by + stops) % stops) - 1);
  }

  #choose(place: number): void {
    this.#list.children[this.#active]?.removeAttribute('aria-selected');
    this.#active = place;
    this.#reach(place);
    const chosen = this.#list.children[place];
    if (!chosen) this.#field.removeAttribute('aria-activedescendant');
    else {
      chosen.setAttribute('aria-selected', 'true');
      chosen.scrollIntoView({ block: 'nearest' });
      this.#field.setAttribute('aria-activedescendant', chosen.id);
    }
  }

  #placeOf({ target }: Event): number {
    const item = target instanceof Element ? target.closest('[role=option]') : null;
    return item ? [...this.#list.children].indexOf(item) : -1;
  }

  /** What a choice needs to be followed is fetched before it is. */
  #reach(place: number): void {
    void this.#options[place]?.address().catch(() => {});
  }

  /** As a link would: in a window of its own where the reader asks for one. Where it can’t be known, the words are searched for. */
  async #follow(place: number, { ctrlKey, metaKey }: MouseEvent | KeyboardEvent): Promise<void> {
    const option = this.#options[place];
    if (!option) return;
    this.close();
    const address = await option.address().catch(() => '');
    if (!address) this.#field.form?.requestSubmit();
    else if (ctrlKey || metaKey) window.open(address, '_blank', 'noopener');
    else location.assign(address);
  }
}
