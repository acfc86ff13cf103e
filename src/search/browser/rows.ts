import { datesFor } from '../../i18n/dates.ts';
import { fill } from '../../i18n/fill.ts';
import type { Locale } from '../../i18n/locales.ts';
import { type ExcerptPart, excerptOf, unseenWords } from '../query/excerpt.ts';
import { highlight } from '../query/highlight.ts';
import type { Hit } from './engine.ts';
import type { Words } from './words.ts';

/** How the page’s templates for results are told apart. */
export interface RowTemplates {
  readonly course: HTMLTemplateElement;
  readonly other: HTMLTemplateElement;
}

/** How a result looks where certain words were asked for. */
export interface Look {
  readonly title: readonly ExcerptPart[];
  /** The piece of its text that holds the words which its card does not show. */
  readonly excerpt: readonly ExcerptPart[];
}

/** How `hit` looks to who `asked` for these words. */
export function lookOf({ title, summary, card, text }: Hit, asked: string): Look {
  const shown = [title, summary, card?.topic ?? '', ...(card?.facts ?? [])].join(' ');
  const unseen = unseenWords(asked, shown);
  return { title: highlight(title, asked), excerpt: unseen.length > 0 ? excerptOf(text, unseen) : [] };
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

/** Has the pictures of the rows in `list` loaded. */
export function showPictures(list: Element): void {
  for (const picture of list.querySelectorAll<HTMLImageElement>('img[data-src]')) {
    picture.src = picture.dataset['src'] ?? '';
    picture.removeAttribute('data-src');
  }
}

/** The row of a result after the page’s templates. Its picture is not loaded yet. */
export function rowOf(hit: Hit, look: Look, templates: RowTemplates, words: Words): HTMLElement {
  const template = hit.card ? templates.course : templates.other;
  const row = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
  const link = row.querySelector('a') as HTMLAnchorElement;
  link.href = hit.url;
  sayIn(link, look.title, hit.lang);
  sayIn(part(row, 'type'), words[`type.${hit.type}`] ?? '');
  sayIn(part(row, 'summary'), hit.summary, hit.lang);
  fillCard(row, hit, words);
  addExcerpt(row, look.excerpt, hit.lang);
  return row;
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

function addExcerpt(row: HTMLElement, excerpt: readonly ExcerptPart[], lang: string): void {
  if (excerpt.length === 0) return;
  const line = document.createElement('p');
  line.className = 'small muted';
  sayIn(line, excerpt, lang);
  row.querySelector('h3')?.parentElement?.append(line);
}
