import { fill } from '../../i18n/fill.ts';
import type { Counts } from '../query/listing.ts';

/** A chosen value, named as the form names it. */
export interface Choice {
  readonly facet: string;
  readonly value: string;
  readonly box: HTMLInputElement;
}

/** The fields for days within `root`. */
export function daysIn(root: HTMLElement): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>('input[type=date]')];
}

/** True where the first of the days within `root` is after the last: they are searched the other way round. */
export function areExchanged(root: HTMLElement): boolean {
  const [from, to] = daysIn(root);
  return Boolean(from?.value && to?.value && from.value > to.value);
}

/** Empties a filter. */
export function takeOff(field: HTMLInputElement): void {
  if (field.type === 'date') field.value = '';
  else field.checked = false;
}

/** The boxes of the filters within `root`: those that the form asks by. */
export function boxesIn(root: HTMLElement): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>('input[type=checkbox][name]')];
}

/** A box, where the number of its results stands, and the item that is faint where there are none. */
interface Counted {
  readonly box: HTMLInputElement;
  readonly place: HTMLElement | undefined | null;
  readonly item: HTMLElement | null;
}

/**
 * What writes beside each box within `root` how many results it would leave; a value that would leave none is faint, and
 * stays usable.
 */
export function countsIn(root: HTMLElement, locale: string): (counts: Counts) => void {
  const format = new Intl.NumberFormat(locale);
  const counted = boxesIn(root).map(
    (box): Counted => ({
      box,
      place: box.closest('label')?.querySelector<HTMLElement>('[data-count]'),
      item: box.closest('li'),
    }),
  );
  return (counts) => {
    for (const { box, place, item } of counted) {
      const count = counts[box.name as keyof Counts]?.[box.value] ?? 0;
      const text = format.format(count);
      // What is not changed need not be laid out again.
      if (place && place.textContent !== text) place.textContent = text;
      item?.toggleAttribute('data-empty', count === 0 && !box.checked);
    }
  };
}

/** What is chosen, in the order of the form. */
export function choicesIn(root: HTMLElement): Choice[] {
  const boxes = boxesIn(root).filter(({ checked, disabled }) => checked && !disabled);
  const days = daysIn(root).filter(({ valueAsDate }) => valueAsDate !== null);
  if (days.length === 0 && boxes.length === 0) return [];
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  const chosen = [
    ...days.map((box) => ({
      box,
      value: fill(box.dataset['chip'] ?? '', { date: format.format(box.valueAsDate ?? 0) }),
    })),
    ...boxes.map((box) => ({
      box,
      value: box.labels?.[0]?.querySelector('[data-label]')?.textContent?.trim() ?? '',
    })),
  ];
  return chosen.map(({ box, value }) => ({
    box,
    value,
    facet: box.closest('fieldset')?.querySelector('legend')?.textContent?.trim() ?? '',
  }));
}

/**
 * A topic and one of its sub-topics are never chosen together: the wider would hide that the narrower was chosen. The
 * coming month and days of one’s own are not either.
 */
export function keepApart(changed: HTMLInputElement): void {
  const root = changed.closest('#facets');
  if (changed.name === 'soon' && changed.checked && root instanceof HTMLElement)
    daysIn(root).forEach(takeOff);
  if (changed.type === 'date' && root instanceof HTMLElement) {
    for (const box of boxesIn(root)) if (box.name === 'soon') takeOff(box);
  }
  if (!changed.checked) return;
  const within = changed.closest('li')?.querySelectorAll<HTMLInputElement>(':scope > ul input') ?? [];
  for (const box of within) box.checked = false;
  const parent = changed
    .closest('ul')
    ?.closest('li')
    ?.querySelector<HTMLInputElement>(':scope > label input');
  if (parent) parent.checked = false;
}

/** A button for each chosen value that takes it back; `takeBack` is told which. */
export function chipsFor(
  choices: readonly Choice[],
  nameOf: (choice: Choice) => string,
  takeBack: (choice: Choice) => void,
): HTMLLIElement[] {
  return choices.map((choice) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = choice.value;
    button.setAttribute('aria-label', nameOf(choice));
    button.addEventListener('click', () => takeBack(choice));
    const item = document.createElement('li');
    item.append(button);
    return item;
  });
}
