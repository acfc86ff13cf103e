import {
  isFinished,
  type LearningRecord,
  nextSection,
  readSections,
  withSection,
} from '../catalogue/progress.ts';
import { changeRecord, pageRecord } from './learning.ts';
import { part, parts, wordsOf } from './parts.ts';

/** How long the end of a section is seen before the section counts as read, in milliseconds. */
const readingPause = 2000;

/** A module that knows which of its sections were read, and on which way its reader is. */
export class ModuleProgress extends HTMLElement {
  #observer: IntersectionObserver | undefined;
  #timers = new Map<Element, number>();

  connectedCallback(): void {
    part(this, '[data-print] button').addEventListener('click', () => window.print());
    this.#showWay();
    const sections = parts(this, '.prose > h2');
    if (sections.length === 0 || Number(this.dataset['sections']) !== sections.length) {
      for (const counted of [...parts(this, '[data-progress]'), ...this.#boxes()]) counted.hidden = true;
      return;
    }
    for (const [section, box] of this.#boxes().entries()) {
      // Firefox would keep the tick over a reload, even of what has been erased.
      box.autocomplete = 'off';
      if (box.checked) this.#mark(section, true);
      box.addEventListener('change', () => this.#mark(section, box.checked));
    }
    this.#offerToContinue(sections);
    this.#watch(sections);
    this.#show(pageRecord());
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    for (const timer of this.#timers.values()) window.clearTimeout(timer);
  }

  /** The end of each section, the next heading or the end of the text, tells when it has been read. */
  #watch(sections: readonly HTMLElement[]): void {
    const ends = sections.map((_, index) => {
      const end = document.createElement('span');
      const next = sections[index + 1];
      if (next) next.before(end);
      else part(this, '.prose').append(end);
      return end;
    });
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        window.clearTimeout(this.#timers.get(target));
        if (!isIntersecting) continue;
        const section = ends.indexOf(target as HTMLSpanElement);
        const timer = window.setTimeout(() => this.#mark(section, true), readingPause);
        this.#timers.set(target, timer);
      }
    });
    for (const end of ends) this.#observer.observe(end);
  }

  #mark(section: number, isRead: boolean): void {
    if (pageRecord().read.includes(section) === isRead) return;
    changeRecord((record) => withSection(record, section, isRead));
    this.#show(pageRecord());
  }

  #show(record: LearningRecord): void {
    for (const [section, box] of this.#boxes().entries()) box.checked = record.read.includes(section);
    const n = readSections(record);
    part(this, '#progress').textContent = wordsOf(this)(isFinished(record) ? 'finished' : 'read', {
      n,
      of: record.sections,
    });
    part<HTMLProgressElement>(this, 'progress').value = n;
  }

  #offerToContinue(sections: readonly HTMLElement[]): void {
    const next = nextSection(pageRecord());
    const heading = next === undefined ? undefined : sections[next];
    if (!heading) return;
    const link = part<HTMLAnchorElement>(this, '[data-continue]');
    link.href = `#${heading.id}`;
    link.hidden = false;
  }

  /** The way is the one the address names, or the page one came from. */
  #showWay(): void {
    const named = new URLSearchParams(location.search).get('in');
    const from = URL.canParse(document.referrer) ? new URL(document.referrer).pathname : '';
    for (const way of parts(this, '[data-way]')) {
      const name = way.dataset['way'] ?? '';
      way.hidden = named ? name !== named : !from.endsWith(`/${name}/`);
    }
  }

  #boxes(): HTMLInputElement[] {
    return parts<HTMLInputElement>(this, 'nav input[type=checkbox]');
  }
}
