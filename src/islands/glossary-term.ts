import { part } from './parts.ts';

/** Shows a word's definition beside it; without this its link leads to the glossary. */
export class GlossaryTerm extends HTMLElement {
  connectedCallback(): void {
    const link = part<HTMLAnchorElement>(this, 'a.term');
    const definition = part(this, '[popover]');
    link.setAttribute('aria-haspopup', 'dialog');
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      definition.togglePopover({ source: link });
    });
    definition.addEventListener('toggle', (event) => {
      const isOpen = (event as ToggleEvent).newState === 'open';
      link.setAttribute('aria-expanded', String(isOpen));
      if (isOpen) definition.querySelector('a')?.focus();
    });
  }
}
