import { forget, recall, remember } from './memory.ts';

const name = 'no-shortcut';

/** True unless the reader has turned off that `/` leads to the search field. */
export function hasShortcut(): boolean {
  return recall(name) !== true;
}

/** A box, shown where scripts run, by which `/` is turned off and on in this browser: some speak to their computer. */
export class ShortcutSwitch extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector('input');
    if (!box) return;
    box.checked = hasShortcut();
    box.addEventListener('change', () => {
      if (box.checked) forget(name);
      else remember(name, true);
    });
  }
}
