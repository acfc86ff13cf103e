import { datesFor } from '../../i18n/dates.ts';
import { fill } from '../../i18n/fill.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { CardFile } from '../entry-files.ts';
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

/** The row of a result after the page’s templates, its title in pieces. It leads nowhere until it has its card. */
export function rowOf(
  { type, lang, date }: Hit,
  title: readonly ExcerptPart[],
  templates: RowTemplates,
  words: Words,
): HTMLElement {
  const template = type === 'course' ? templates.course : templates.other;
  const row = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
  linkIn(row).removeAttribute('href');
  sayIn(linkIn(row), title, lang);
  sayIn(part(row, 'type'), words[`type.${type}`] ?? '');
  for (const place of [part(row, 'summary'), part(row, 'topic'), ...row.querySelectorAll('dd')])
    sayIn(place, '');
  row.querySelector('img')?.removeAttribute('src');
  const day = date && datesFor(document.documentElement.lang as Locale).day(date);
  if (day) sayIn(part(row, 'next'), fill(words['next'] ?? '', { date: day }));
  else part(row, 'next')?.remove();
  return row;
}

/** Has `row` lead to its entry and show what the entry’s card says. */
export function showCard(row: HTMLElement, { url, summary, card }: CardFile, lang: string): void {
  const link = linkIn(row);
  if (link.hasAttribute('href')) return;
  link.href = url;
  if (summary) sayIn(part(row, 'summary'), summary, lang);
  else part(row, 'summary')?.remove();
  if (!card) return;
  row.querySelectorAll('dd').forEach((fact, place) => {
    fact.textContent = card.facts[place] ?? '';
  });
  sayIn(part(row, 'topic'), card.topic ?? '');
  row.querySelector('img')?.setAttribute('src', card.cover);
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

function linkIn(row: HTMLElement): HTMLAnchorElement {
  return row.querySelector('h3 a') as HTMLAnchorElement;
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
