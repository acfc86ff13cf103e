import { datesFor } from '../../i18n/dates.ts';
import { fill } from '../../i18n/fill.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { ExcerptPart } from '../query/excerpt.ts';
import type { Hit } from './engine.ts';
import type { Words } from './words.ts';

/** How the page’s templates for results are told apart. */
export interface RowTemplates {
  readonly course: HTMLTemplateElement;
  readonly other: HTMLTemplateElement;
}

/** Has `list` show `rows` in their order, and moves as few as that takes: what stays where it is need not be laid out anew. */
export function placeRows(list: Element, rows: readonly Element[]): void {
  const wanted = new Set(rows);
  for (const row of [...list.children]) if (!wanted.has(row)) row.remove();
  rows.forEach((row, at) => {
    const there = list.children[at];
    if (there !== row) list.insertBefore(row, there ?? null);
  });
}

/** Has the picture of `row` loaded. */
export function showPicture(row: Element): void {
  const picture = row.querySelector<HTMLImageElement>('img[data-src]');
  if (!picture) return;
  picture.src = picture.dataset['src'] ?? '';
  picture.removeAttribute('data-src');
}

/** The row of a result after the page’s templates, its title in pieces. Its picture is not loaded yet. */
export function rowOf(
  hit: Hit,
  title: readonly ExcerptPart[],
  templates: RowTemplates,
  words: Words,
): HTMLElement {
  const template = hit.card ? templates.course : templates.other;
  const row = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
  const link = row.querySelector('a') as HTMLAnchorElement;
  link.href = hit.url;
  sayIn(link, title, hit.lang);
  sayIn(part(row, 'type'), words[`type.${hit.type}`] ?? '');
  sayIn(part(row, 'summary'), hit.summary, hit.lang);
  fillCard(row, hit, words);
  return row;
}

/** Has `row` show this passage of its entry’s text below what else it says, or none. */
export function showPassage(row: Element, passage: readonly ExcerptPart[], lang: string): void {
  const former = row.querySelector<HTMLElement>('[data-part=passage]');
  if (passage.length === 0) {
    former?.remove();
    return;
  }
  const line = former ?? document.createElement('p');
  line.dataset['part'] = 'passage';
  line.className = 'small muted';
  sayIn(line, passage, lang);
  row.querySelector('h3')?.parentElement?.append(line);
}

function fillCard(row: HTMLElement, { card, date }: Hit, words: Words): void {
  if (!card) return;
  row.querySelectorAll('dd').forEach((fact, place) => {
    fact.textContent = card.facts[place] ?? '';
  });
  const picture = row.querySelector('img');
  picture?.removeAttribute('src');
  picture?.setAttribute('data-src', card.cover);
  sayIn(part(row, 'topic'), card.topic ?? '');
  const day = date && datesFor(document.documentElement.lang as Locale).day(date);
  if (day) sayIn(part(row, 'next'), fill(words['next'] ?? '', { date: day }));
  else part(row, 'next')?.remove();
}

function part(row: HTMLElement, name: string): HTMLElement | null {
  return row.querySelector(`[data-part=${name}]`);
}

function sayIn(
  element: HTMLElement | null,
  text: string | readonly ExcerptPart[],
  lang = document.documentElement.lang,
): void {
  if (!element) return;
  if (typeof text === 'string') element.textContent = text;
  else element.replaceChildren(...marked(text));
  if (lang !== document.documentElement.lang) element.lang = lang;
}

function marked(parts: readonly ExcerptPart[]): (Node | string)[] {
  return parts.map(({ text, isMarked }) =>
    isMarked ? Object.assign(document.createElement('mark'), { textContent: text }) : text,
  );
}
