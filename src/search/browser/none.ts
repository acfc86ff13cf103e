import { fill } from '../../i18n/fill.ts';
import type { Hit } from './engine.ts';
import { counted, type Words } from './words.ts';

/** What the page says where nothing was found: the words that were asked for, the topics near them, what there is without the filters. */
export function tellNone(
  place: HTMLElement,
  words: Words,
  asked: { words: string; withoutFilters: number },
  near: readonly Hit[],
): void {
  const title = place.querySelector('h2');
  if (title) title.textContent = asked.words ? fill(words['none.for'] ?? '', asked) : (words['none'] ?? '');
  const button = place.querySelector<HTMLElement>('[data-part=unfiltered]');
  if (button) {
    button.hidden = asked.withoutFilters === 0;
    button.textContent = counted(words, 'none.filters', asked.withoutFilters, document.documentElement.lang);
  }
  const list = place.querySelector<HTMLElement>('[data-part=near]');
  if (list) {
    list.hidden = near.length === 0;
    list.querySelector('ul')?.replaceChildren(...near.map(linkTo));
  }
  const all = place.querySelector<HTMLElement>('[data-part=topics]');
  if (all) all.hidden = near.length > 0;
  const mail = place.querySelector<HTMLAnchorElement>('[data-part=mail]');
  if (!mail) return;
  const [address = ''] = mail.href.split('?');
  const subject = encodeURIComponent(fill(words['none.subject'] ?? '', asked));
  mail.href = asked.words ? `${address}?subject=${subject}` : address;
}

function linkTo({ title, url, lang }: Hit): HTMLLIElement {
  const link = Object.assign(document.createElement('a'), { href: url, textContent: title });
  if (lang !== document.documentElement.lang) link.lang = lang;
  const item = document.createElement('li');
  item.append(link);
  return item;
}
