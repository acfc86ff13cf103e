import { saveText } from './files.ts';
import { keepWork, workOf } from './learning.ts';
import { part, wordsOf } from './parts.ts';

/** Notes on a question: kept in this browser while one writes, saved as a text, erased. */
export class ReflectionBlock extends HTMLElement {
  #timer: number | undefined;

  connectedCallback(): void {
    const area = part<HTMLTextAreaElement>(this, 'textarea');
    area.value = workOf(this)?.note ?? '';
    part(this, '[data-note]').hidden = false;
    area.addEventListener('input', () => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#keep(), 600);
    });
    area.addEventListener('change', () => this.#keep());
    part(this, '[data-do=export]').addEventListener('click', () => {
      saveText(`${wordsOf(this)('file')}.txt`, `${this.#question()}\n\n${area.value}\n`);
    });
    part(this, '[data-do=erase]').addEventListener('click', () => this.#erase());
    this.#show();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
  }

  #keep(): void {
    window.clearTimeout(this.#timer);
    const note = part<HTMLTextAreaElement>(this, 'textarea').value;
    const work = { kind: 'reflection', title: this.#question(), note } as const;
    const isKept = keepWork(this, note.trim() === '' ? undefined : work);
    this.#say(isKept ? 'saved' : 'notSaved');
    this.#show();
  }

  #erase(): void {
    if (!window.confirm(wordsOf(this)('confirm'))) return;
    const area = part<HTMLTextAreaElement>(this, 'textarea');
    area.value = '';
    keepWork(this, undefined);
    this.#say('erased');
    this.#show();
    area.focus();
  }

  #say(word: string): void {
    part(this, '[role=status]').textContent = wordsOf(this)(word);
  }

  #show(): void {
    const isEmpty = part<HTMLTextAreaElement>(this, 'textarea').value.trim() === '';
    this.classList.toggle('has-note', !isEmpty);
    for (const name of ['export', 'erase']) part(this, `[data-do=${name}]`).hidden = isEmpty;
  }

  #question(): string {
    return part(this, '.asked').textContent.trim().replace(/\s+/g, ' ');
  }
}
