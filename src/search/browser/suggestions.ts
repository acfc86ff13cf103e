import { type AddressesFile, readAddresses } from '../addresses.ts';
import type { SearchManifest } from '../bundle.ts';
import { highlight } from '../query/highlight.ts';
import { type Suggestion, suggest } from '../query/suggest.ts';
import { readTitles, type Title, type TitlesFile } from '../titles.ts';
import { Announcer } from './announcer.ts';
import { Combobox } from './combobox.ts';
import style from './suggestions.css?inline';
import { counted } from './words.ts';

/**
 * Suggests titles below `field` while somebody types, each page by its title and its kind. `manifest` is the address of
 * what the language’s search is made of; if it can’t be had, the field stays a plain one.
 */
export async function suggestIn(field: HTMLInputElement, manifest: string): Promise<void> {
  const { bundle, words } = (await readJson(manifest)) as SearchManifest;
  const [titlesFile, addressesFile] = await Promise.all(
    ['titles', 'addresses'].map((name) => readJson(`${bundle}${name}.json`)),
  );
  const titles = readTitles(titlesFile as TitlesFile);
  const addresses = readAddresses(addressesFile as AddressesFile);
  addStyle();
  const status = document.createElement('p');
  status.role = 'status';
  status.className = 'visually-hidden';
  const place = field.parentElement as HTMLElement;
  const combobox = new Combobox(field, words['suggestions'] ?? '', place);
  place.after(status);
  const announcer = new Announcer(status);
  const offer = (): void => {
    const found = offersFor(field.value, titles);
    combobox.show(
      found.map((suggestion) => ({
        content: contentOf(suggestion, field.value, words),
        href: addresses[suggestion.place] ?? '',
      })),
    );
    announcer.say(found.length > 0 ? counted(words, 'suggestions.count', found.length, locale()) : '');
  };
  field.addEventListener('input', offer);
  // What was typed while the titles were on their way.
  if (document.activeElement === field && field.value !== field.defaultValue) offer();
}

/** Fewer than two letters say nothing yet. */
function offersFor(typed: string, titles: readonly Title[]): Suggestion[] {
  return typed.trim().length < 2 ? [] : suggest(typed, titles);
}

function contentOf(
  { kind, title, lang }: Suggestion,
  typed: string,
  words: SearchManifest['words'],
): DocumentFragment {
  const content = document.createDocumentFragment();
  const name = document.createElement('span');
  if (lang) name.lang = lang;
  for (const { text, isMarked } of highlight(title, typed)) {
    name.append(isMarked ? Object.assign(document.createElement('b'), { textContent: text }) : text);
  }
  const note = Object.assign(document.createElement('small'), { textContent: words[`kind.${kind}`] ?? '' });
  content.append(name, ' ', note);
  return content;
}

function addStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}

function locale(): string {
  return document.documentElement.lang;
}

async function readJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}
