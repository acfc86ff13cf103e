import { fill } from '../../i18n/fill.ts';
import { counted, type Words } from './words.ts';

/** What the page says where nothing was found: the words that were asked for, and what there is without the filters. */
export function tellNone(
  place: HTMLElement,
  words: Words,
  asked: { words: string; withoutFilters: number },
  locale: string,
): void {
  const title = place.querySelector('h2');
  if (title) title.textContent = asked.words ? fill(words['none.for'] ?? '', asked) : (words['none'] ?? '');
  const button = place.querySelector<HTMLElement>('[data-part=unfiltered]');
  if (button) {
    button.hidden = asked.withoutFilters === 0;
    button.textContent = counted(words, 'none.filters', asked.withoutFilters, locale);
  }
  const mail = place.querySelector<HTMLAnchorElement>('[data-part=mail]');
  if (!mail) return;
  const [address = ''] = mail.href.split('?');
  const subject = encodeURIComponent(fill(words['none.subject'] ?? '', asked));
  mail.href = asked.words ? `${address}?subject=${subject}` : address;
}
