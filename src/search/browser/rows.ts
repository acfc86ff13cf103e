import { foldedWords } from '../fold.ts';
import type { Hit } from './engine.ts';

/** The row of a result: a course as the page’s own list has it, anything else after the page’s template. */
export function rowOf(
  hit: Hit,
  courseRows: ReadonlyMap<string, HTMLElement>,
  template: HTMLTemplateElement,
  typeNames: Readonly<Record<string, string>>,
): HTMLElement {
  const known = hit.type === 'course' ? courseRows.get(hit.slug) : undefined;
  const row = known ? (known.cloneNode(true) as HTMLElement) : fromTemplate(hit, template, typeNames);
  row.hidden = false;
  addExcerpt(row, hit);
  return row;
}

function fromTemplate(
  hit: Hit,
  template: HTMLTemplateElement,
  typeNames: Readonly<Record<string, string>>,
): HTMLElement {
  const row = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
  const part = (name: string) => row.querySelector<HTMLElement>(`[data-part=${name}]`);
  const link = row.querySelector('a');
  if (link) {
    link.href = hit.url;
    say(link, hit.title, hit.lang);
  }
  say(part('type'), typeNames[`type.${hit.type}`] ?? '');
  say(part('summary'), hit.summary, hit.lang);
  return row;
}

function say(element: HTMLElement | null, text: string, lang = document.documentElement.lang): void {
  if (!element) return;
  element.textContent = text;
  if (lang !== document.documentElement.lang) element.lang = lang;
}

/** Where the row does not show the words that were found, a piece of the text that holds them. */
function addExcerpt(row: HTMLElement, { excerpt, lang }: Hit): void {
  const shown = new Set(foldedWords(row.textContent ?? ''));
  const marked = excerpt.filter(({ isMarked }) => isMarked);
  if (marked.length === 0 || marked.every(({ text }) => foldedWords(text).every((word) => shown.has(word))))
    return;
  const line = document.createElement('p');
  line.className = 'small muted';
  if (lang !== document.documentElement.lang) line.lang = lang;
  for (const { text, isMarked } of excerpt) {
    if (!isMarked) line.append(text);
    else line.append(Object.assign(document.createElement('mark'), { textContent: text }));
  }
  (row.querySelector('h3') ?? row.firstElementChild)?.parentElement?.append(line);
}
