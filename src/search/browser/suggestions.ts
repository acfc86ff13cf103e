import { type AddressesFile, readAddresses } from '../addresses.ts';
import type { SearchManifest } from '../bundle.ts';
import { readQuery } from '../query/address.ts';
import { answer } from '../query/answer.ts';
import { readFillers } from '../query/fillers.ts';
import { highlight } from '../query/highlight.ts';
import { type Lexicon, lexiconOf } from '../query/lexicon.ts';
import { type Suggestion, suggest, suggestedAt, tellingWords } from '../query/suggest.ts';
import { readTitles, type TitlesFile } from '../titles.ts';
import { Announcer } from './announcer.ts';
import { Combobox } from './combobox.ts';
import { once, readJson } from './loading.ts';
import style from './suggestions.css?inline';
import { counted } from './words.ts';

/** So many milliseconds after the last letter names are offered: where the page shows results, these come first. */
const rest = 60;
/** So many after that the index of texts is asked where no name answers. */
const pause = 190;

/**
 * Suggests titles below `field` while somebody types, each page by its title and its kind. Where no name answers, what
 * the search itself would find is offered. `manifest` is the address of what the language’s search is made of; if it
 * can’t be had, the field stays a plain one. `sent` is what was searched for already.
 */
export async function suggestIn(field: HTMLInputElement, manifest: string, sent?: string): Promise<void> {
  let timer: number | undefined;
  /** What was searched for, or waved away: nothing that comes late is laid over it. */
  let done = sent;
  const rests = (): void => {
    done = field.value;
    window.clearTimeout(timer);
  };
  field.form?.addEventListener('submit', rests);
  field.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') rests();
  });
  field.addEventListener('input', () => {
    done = undefined;
  });
  const { bundle, words } = (await readJson(manifest)) as SearchManifest;
  const lexicon = lexiconFrom((await readJson(`${bundle}titles.json`)) as TitlesFile);
  const addresses = once(async () =>
    readAddresses((await readJson(`${bundle}addresses.json`)) as AddressesFile),
  );
  addStyle();
  const status = document.createElement('p');
  status.role = 'status';
  status.className = 'visually-hidden';
  const place = field.parentElement as HTMLElement;
  const combobox = new Combobox(field, words['suggestions'] ?? '', place);
  place.after(status);
  const announcer = new Announcer(status);
  const show = (found: readonly Suggestion[]): void => {
    const marked = tellingWords(field.value, lexicon.fillers).join(' ');
    combobox.show(
      found.map((suggestion) => ({
        content: contentOf(suggestion, marked, words),
        address: async () => (await addresses())[suggestion.place] ?? '',
      })),
    );
    announcer.say(found.length > 0 ? counted(words, 'suggestions.count', found.length, locale()) : '');
  };
  const offer = (): void => {
    const typed = field.value;
    const found = offersFor(typed, lexicon);
    show(found);
    if (found.length > 0 || typed.trim().length < 3) return;
    timer = window.setTimeout(async () => {
      const more = await searched(typed, manifest).catch(() => []);
      if (field.value === typed && done !== typed && document.activeElement === field) show(more);
    }, pause);
  };
  field.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(offer, rest);
  });
  // What was typed while the titles were on their way.
  if (document.activeElement === field && ![field.defaultValue, done].includes(field.value)) offer();
}

/** The names of the titles alone: the vocabulary comes with the index of texts. */
function lexiconFrom(file: TitlesFile): Lexicon {
  return lexiconOf(new Map(), readTitles(file), [], readFillers(file.fillers, file.language));
}

/** Fewer than two letters say nothing yet. */
function offersFor(typed: string, lexicon: Lexicon): Suggestion[] {
  return typed.trim().length < 2 ? [] : suggest(typed, lexicon);
}

/** What the search finds for `typed`. */
async function searched(typed: string, manifest: string): Promise<Suggestion[]> {
  const { openEngine } = await import('./engine.ts');
  const engine = await openEngine(manifest);
  const query = readQuery(new URLSearchParams({ q: typed }));
  const index = { ...engine, show: (places: readonly number[]) => places };
  return suggestedAt((await answer(index, query)).found, engine.lexicon);
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
