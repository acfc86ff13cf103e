import { fill } from '../../i18n/fill.ts';
import { type SearchQuery, writeQuery } from '../query/address.ts';
import type { Near } from './finder.ts';
import { counted, type Words, withoutQuotes } from './words.ts';

/**
 * What the page says where nothing was found: the words that were asked for, the same words to be mended where they were
 * taken literally, the topics near them, and how much there is of `all` without the filters.
 */
export function tellNone(
  place: HTMLElement,
  words: Words,
  { query, all }: { query: SearchQuery; all: number },
  near: readonly Near[],
): void {
  const asked = { words: withoutQuotes(query.words) };
  const title = place.querySelector('h2');
  if (title) title.textContent = asked.words ? fill(words['none.for'] ?? '', asked) : (words['none'] ?? '');
  const button = place.querySelector<HTMLElement>('[data-part=unfiltered]');
  if (button) {
    button.hidden = all === 0;
    button.textContent = counted(words, 'none.filters', all, document.documentElement.lang);
  }
  const isLiteral = query.isExact || asked.words !== query.words;
  const mended = place.querySelector<HTMLAnchorElement>('[data-part=mended]');
  if (mended) {
    mended.hidden = all > 0 || !isLiteral;
    mended.href = location.pathname + writeQuery({ ...query, ...asked, isExact: false });
    mended.textContent = fill(words['none.mended'] ?? '', asked);
  }
  const list = place.querySelector<HTMLElement>('[data-part=near]');
  if (list) {
    list.hidden = near.length === 0;
    list.querySelector('ul')?.replaceChildren(...near.map(linkTo));
  }
  const topics = place.querySelector<HTMLElement>('[data-part=topics]');
  if (topics) topics.hidden = near.length > 0;
  const mail = place.querySelector<HTMLAnchorElement>('[data-part=mail]');
  if (!mail) return;
  const [address = ''] = mail.href.split('?');
  const subject = encodeURIComponent(fill(words['none.subject'] ?? '', asked));
  mail.href = asked.words ? `${address}?subject=${subject}` : address;
}

function linkTo({ title, url, lang }: Near): HTMLLIElement {
  const link = Object.assign(document.createElement('a'), { href: url, textContent: title });
  if (lang !== document.documentElement.lang) link.lang = lang;
  const item = document.createElement('li');
  item.append(link);
  return item;
}
