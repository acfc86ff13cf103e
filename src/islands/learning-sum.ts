import { sumOf } from '../catalogue/progress.ts';
import { allRecords } from './learning.ts';
import { part, parts, wordsOf } from './parts.ts';

/** The progress over the modules of a course or a path; shown once one of them was begun. */
export class LearningSum extends HTMLElement {
  connectedCallback(): void {
    const links = parts(this, '[data-module]');
    const slugs = links.map(({ dataset }) => dataset['module'] ?? '');
    const kept = allRecords();
    const records = new Map(
      slugs.flatMap((slug) => {
        const record = kept.get(`modules/${slug}`);
        return record ? [[slug, record] as const] : [];
      }),
    );
    if (records.size === 0) return;
    const { done, of, next } = sumOf(slugs, records);
    part(this, 'p').textContent = wordsOf(this)(next ? 'sum' : 'finished', { n: done, of });
    part<HTMLProgressElement>(this, 'progress').value = done;
    for (const link of links) link.hidden = link.dataset['module'] !== next;
    this.hidden = false;
  }
}
