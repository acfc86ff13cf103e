import { fill } from '../i18n/fill.ts';

/** The words an element was given in its HTML, by their names; `{name}` in them is replaced by `values.name`. */
export function wordsOf(
  element: HTMLElement,
): (key: string, values?: Record<string, string | number>) => string {
  const words = JSON.parse(element.dataset['words'] ?? '{}') as Record<string, string>;
  return (key, values = {}) => fill(words[key] ?? '', values);
}

/** The part of `element` that `selector` names. */
export function part<Part extends HTMLElement = HTMLElement>(element: Element, selector: string): Part {
  const found = element.querySelector<Part>(selector);
  if (!found) throw new Error(`${element.localName} has no ${selector}.`);
  return found;
}

/** The parts of `element` that `selector` names, in order. */
export function parts<Part extends HTMLElement = HTMLElement>(element: Element, selector: string): Part[] {
  return [...element.querySelectorAll<Part>(selector)];
}
