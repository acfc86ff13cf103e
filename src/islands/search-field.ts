/** The `/` key leads to the search field in it, from wherever nothing is being typed. */
export class SearchField extends HTMLElement {
  #focus = (event: KeyboardEvent): void => {
    const { target, key } = event;
    const isTyping =
      target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]');
    if (key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = this.querySelector<HTMLInputElement>('input[type=search]');
    if (!field || field.offsetParent === null) return;
    event.preventDefault();
    field.focus();
    field.select();
  };

  connectedCallback(): void {
    document.addEventListener('keydown', this.#focus);
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#focus);
  }
}
