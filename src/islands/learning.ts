import { type LearningRecord, type Work, withWork } from '../catalogue/progress.ts';
import { forget, recall, remember, remembered } from './memory.ts';

const start = 'learning/';

/** The records of this browser by page: `modules/reconnaitre-hameconnage`. */
export function allRecords(): Map<string, LearningRecord> {
  const records = remembered(start).map((name) => [name.slice(start.length), recall(name)] as const);
  return new Map(records.filter((entry): entry is [string, LearningRecord] => isRecord(entry[1])));
}

/** Forgets everything that was done on any page. */
export function forgetAll(): void {
  for (const name of remembered(start)) forget(name);
}

/** The record of this page; an empty one where nothing was done yet. */
export function pageRecord(): LearningRecord {
  const page = describedPage();
  const kept = recall(start + page.name);
  const { name: _, ...facts } = page;
  return { read: [], works: {}, day: '', ...(isRecord(kept) ? kept : {}), ...facts };
}

/** Changes the record of this page and tells those that show it. False if the browser keeps nothing. */
export function changeRecord(change: (record: LearningRecord) => LearningRecord): boolean {
  const record = { ...change(pageRecord()), day: new Date().toISOString().slice(0, 10) };
  const isKept = remember(start + describedPage().name, record);
  document.dispatchEvent(new CustomEvent('learning', { detail: record }));
  return isKept;
}

/** What was done in a block of this page, if anything was. */
export function workOf(block: HTMLElement): Work | undefined {
  return pageRecord().works[workName(block)];
}

/** Keeps what was done in a block under the block's title; forgets it if `work` is undefined. False if the browser keeps nothing. */
export function keepWork(
  block: HTMLElement,
  work: (Omit<Work, 'title'> & Partial<Pick<Work, 'title'>>) | undefined,
): boolean {
  const title = block.dataset['title'] ?? '';
  return changeRecord((record) => withWork(record, workName(block), work && { title, ...work }));
}

/** The name of a block’s work in the record: anchors of one text may exist in its translation with another meaning. */
export function workName(block: HTMLElement): string {
  const language = block.closest<HTMLElement>('[lang]')?.lang ?? '';
  return `${language}/${block.id}`;
}

/** A page says by `data-learning` what it is; one that doesn't is known by its address. */
function describedPage() {
  const { dataset } = document.querySelector<HTMLElement>('[data-learning]') ?? {};
  const minutes = Number(dataset?.['minutes']);
  return {
    name: dataset?.['learning'] ?? location.pathname,
    title: dataset?.['title'] ?? document.querySelector('h1')?.textContent?.trim() ?? document.title,
    address: location.pathname,
    language: document.documentElement.lang,
    sections: Number(dataset?.['sections'] ?? 0),
    ...(minutes > 0 && { minutes }),
  };
}

function isRecord(value: unknown): value is LearningRecord {
  const record = value as Partial<LearningRecord> | null | undefined;
  return Array.isArray(record?.read) && typeof record.works === 'object' && record.works !== null;
}
