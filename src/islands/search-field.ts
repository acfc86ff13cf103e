import { hasShortcut } from './shortcut-switch.ts';

/**
 * The search of every page: `/` leads to the field in it, and typing brings suggestions. Nothing is loaded before the
 * field has the focus.
 */
export class SearchField extends HTMLElement {
  #isReady = false;

  #press = (event: KeyboardEvent): void => {
    const { target, key } = event;
    const isTyping =
      target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]');
    if (key !== '/' || isTyping || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const field = this.#field;
    if (!field || field.offsetParent === null || !hasShortcut()) return;
    event.preventDefault();
    field.focus();
    field.select();
  };

  #prepare = async (): Promise<void> => {
    const field = this.#field;
    if (this.#isReady || !field?.form) return;
    this.#isReady = true;
    let sent: string | undefined;
    // On a slow line somebody searches before suggestions can come.
    field.form.addEventListener('submit', () => {
      sent = field.value;
    });
    try {
      const { suggestIn } = await import('../search/browser/suggestions.ts');
      await suggestIn(field, new URL('../search.json', field.form.action).href, sent);
    } catch {
      // Without suggestions the field is what it is without scripts; the next focus tries again.
      this.#isReady = false;
    }
  };

  connectedCallback(): void {
    document.addEventListener('keydown', this.#press);
    this.addEventListener('focusin', this.#prepare);
    if (this.contains(document.activeElement)) void this.#prepare();
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#press);
  }

  get #field(): HTMLInputElement | null {
    return this.querySelector('input[type=search]');
  }
}
