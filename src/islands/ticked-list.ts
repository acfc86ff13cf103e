import { keepWork, workOf } from './learning.ts';
import { part, parts, wordsOf } from './parts.ts';

/** A checklist or steps whose ticks this browser remembers. */
export class TickedList extends HTMLElement {
  #boxes: HTMLInputElement[] = [];

  connectedCallback(): void {
    this.#boxes = parts<HTMLInputElement>(this, 'li input');
    const marks = new Set(workOf(this)?.marks);
    for (const [index, box] of this.#boxes.entries()) box.checked = marks.has(index);
    for (const label of parts(this, 'label[hidden]')) label.hidden = false;
    part(this, '[data-foot]').hidden = false;
    this.addEventListener('change', () => this.#keep());
    part(this, '[data-foot] button').addEventListener('click', () => {
      for (const box of this.#boxes) box.checked = false;
      this.#keep();
      this.#boxes[0]?.focus();
    });
    this.#show();
  }

  #keep(): void {
    const marks = this.#boxes.flatMap((box, index) => (box.checked ? [index] : []));
    keepWork(this, marks.length > 0 ? { kind: 'list', marks, of: this.#boxes.length } : undefined);
    this.#show();
  }

  #show(): void {
    const done = this.#boxes.filter((box) => box.checked).length;
    part(this, '[role=status]').textContent = wordsOf(this)('done', { n: done, of: this.#boxes.length });
    part(this, '[data-foot] button').hidden = done === 0;
    const next = done > 0 ? this.#boxes.find((box) => !box.checked)?.closest('li') : undefined;
    for (const step of parts(this, 'ol > li[aria-current]')) step.removeAttribute('aria-current');
    if (next?.parentElement?.localName === 'ol') next.setAttribute('aria-current', 'step');
  }
}
