import type { LearningRecord } from '../catalogue/progress.ts';
import { saveText } from './files.ts';
import { allRecords, forgetAll } from './learning.ts';
import { factsOf, worksOf } from './learning-words.ts';
import { part, parts, wordsOf } from './parts.ts';

/** Everything this browser keeps of its reader's learning; the name that is typed for printing isn't kept. */
export class MyLearning extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    const actions: Record<string, () => void> = {
      print: () => window.print(),
      text: () => saveText(`${wordsOf(this)('file')}.txt`, this.#text()),
      json: () => saveText(`${wordsOf(this)('file')}.json`, this.#json(), 'application/json'),
      erase: () => this.#erase(),
    };
    for (const button of parts(this, '[data-do]')) {
      button.addEventListener('click', () => actions[button.dataset['do'] ?? '']?.());
    }
    this.#show();
  }

  #records(): LearningRecord[] {
    return [...allRecords().values()].sort((one, other) => (one.day < other.day ? 1 : -1));
  }

  #show(): void {
    const records = this.#records();
    part(this, '[data-empty]').hidden = records.length > 0;
    part(this, '[data-kept]').hidden = records.length === 0;
    part(this, '[data-records]').replaceChildren(...records.map((record) => this.#itemOf(record)));
  }

  #itemOf(record: LearningRecord): Node {
    const template = part<HTMLTemplateElement>(this, 'template');
    const item = template.content.cloneNode(true) as DocumentFragment;
    const link = item.querySelector('a');
    if (link) {
      link.href = record.address;
      link.textContent = record.title;
      link.lang = record.language;
    }
    const facts = item.querySelector('[data-facts]');
    if (facts) facts.textContent = factsOf(record, wordsOf(this), document.documentElement.lang).join(' · ');
    const works = worksOf(record, wordsOf(this)).map(({ line, note }) => {
      const work = document.createElement('li');
      work.textContent = line;
      if (!note) return work;
      const text = document.createElement('p');
      text.className = 'note';
      text.textContent = note;
      work.append(text);
      return work;
    });
    item.querySelector('[data-works]')?.append(...works);
    return item;
  }

  #text(): string {
    const words = wordsOf(this);
    const parts = this.#records().map((record) => [
      record.title,
      ...factsOf(record, words, document.documentElement.lang),
      ...worksOf(record, words).map(({ line, note }) => (note ? `- ${line}\n  ${note}` : `- ${line}`)),
    ]);
    return `${[[words('title')], ...parts, [words('note')]].map((lines) => lines.join('\n')).join('\n\n')}\n`;
  }

  #json(): string {
    return JSON.stringify(Object.fromEntries(allRecords()), null, 2);
  }

  #erase(): void {
    if (!window.confirm(wordsOf(this)('confirm'))) return;
    forgetAll();
    this.#show();
    part(this, '[role=status]').textContent = wordsOf(this)('erased');
    part(this, '[data-empty] a').focus();
  }
}
