import { fill } from '../../i18n/fill.ts';
import type { CardFile } from '../entry-files.ts';
import { isOfCourses, type SearchQuery, writeQuery } from '../query/address.ts';
import type { Answer } from '../query/answer.ts';
import { Announcer } from './announcer.ts';
import type { Found, Hit } from './engine.ts';
import { countsIn } from './filters.ts';
import type { Near } from './finder.ts';
import type { ResultRows } from './result-rows.ts';
import type { RowTemplates } from './rows.ts';
import { type TableWords, tableOf } from './table.ts';
import { counted, type Words, withoutQuotes } from './words.ts';

/**
 * While one types, so many results are shown at once by their titles, as fill a window. Their cards and the others of a
 * page follow after so many milliseconds without a letter: what is typed over is never loaded.
 */
const [atFirst, pause] = [5, 100];

/** What a reader waits for. */
export interface Wanted {
  /** How many results. */
  readonly most: number;
  /** They are still typing: the next letter may come before they look down the page. */
  readonly isTyping: boolean;
  /** True as long as they wait for it. */
  readonly isCurrent: () => boolean;
  /** Finds topics where there is none. */
  readonly near: () => Promise<Near[]>;
}

/** What the page writes down for its script. */
export interface PageData {
  /** How many courses there are; the page’s own list holds the first of them. */
  readonly total: number;
  readonly words: Words;
  readonly table: TableWords;
}

/** What shows results, which comes with what finds them. */
type ResultParts = Pick<typeof import('./finder.ts'), 'ResultRows' | 'tellNone'>;

/** The parts of the catalogue page that show what was found. */
export class ResultsView {
  readonly #root: HTMLElement;
  readonly #data: PageData;
  readonly #locale = document.documentElement.lang;
  readonly #title = document.title;
  /** The rows of the page’s own list. */
  readonly #rows: readonly HTMLElement[];
  /** How many results the page’s own list would leave for each filter, as the page was built. */
  readonly #counts: readonly (readonly [Element, string | null])[];
  readonly #announcer: Announcer;
  readonly #showCounts: ReturnType<typeof countsIn>;
  readonly #parts = new Map<string, HTMLElement>();
  #hits: ResultRows | undefined;
  #answer: Answer<Found> | undefined;
  #shown = 0;
  #naming: number | undefined;
  #isTable = false;

  constructor(root: HTMLElement, data: PageData) {
    this.#root = root;
    this.#data = data;
    this.#rows = [...this.#part('list').querySelectorAll<HTMLElement>(':scope > ul > li')];
    this.#counts = [...root.querySelectorAll('[data-count]')].map((place) => [place, place.textContent]);
    this.#announcer = new Announcer(this.#part('said'));
    this.#showCounts = countsIn(root, this.#locale);
    this.#part('pages').hidden = true;
  }

  /** How many courses the page shows of its own. */
  get amountOfList(): number {
    return this.#rows.length;
  }

  /** How many results are shown. */
  get shown(): number {
    return this.#shown;
  }

  /** The page’s own list, as it was built. */
  showList(query: SearchQuery): void {
    const { total, words } = this.#data;
    this.#answer = undefined;
    this.#shown = this.#rows.length;
    this.#lay('list', total, query);
    for (const [place, text] of this.#counts) {
      place.textContent = text;
      place.closest('li')?.removeAttribute('data-empty');
    }
    this.#tell(counted(words, 'courses', total, this.#locale), total, query);
  }

  /** The results of an answer that are wanted, with what shows them. */
  async showAnswer(
    query: SearchQuery,
    given: Answer<Found>,
    { ResultRows, tellNone }: ResultParts,
    { most, isTyping, isCurrent, near }: Wanted,
  ): Promise<void> {
    const { found, kind, words, marked } = given;
    const isNone = found.total === 0;
    // A table shows little but what cards say.
    const isFirst = isTyping && query.view !== 'table';
    const hits = found.hits(0, isFirst ? Math.min(most, atFirst) : most);
    const [cards, topics] = await Promise.all([
      isFirst ? undefined : cardsOf(hits),
      isNone && !found.unfiltered ? near() : [],
    ]);
    if (!isCurrent()) return;
    this.#answer = given;
    this.#shown = hits.length;
    const templates = { course: this.#part('course'), other: this.#part('row') } as RowTemplates;
    this.#hits ??= new ResultRows(this.#part('hits'), templates, this.#data.words);
    this.#hits.show(hits, { words: marked, isCurrent }, cards);
    this.#lay('hits', found.total, query);
    if (isFirst) this.#wait(true);
    if (isNone) tellNone(this.#part('none'), this.#data.words, { query, all: found.unfiltered }, topics);
    this.#showCounts(found.counts);
    const key = query.words ? 'found' : isOfCourses(query) ? 'courses' : 'results';
    const asked = { words: withoutQuotes(words) };
    this.#tell(counted(this.#data.words, key, found.total, this.#locale, asked), found.total, query);
    if (kind !== 'plain' && found.total > 0) this.note(fill(this.#data.words[kind] ?? '', { words }));
    if (kind === 'corrected') this.#offer(query);
    const note = this.#part('note');
    if (!note.hidden) this.#announcer.say(`${this.#part('status').textContent}. ${note.textContent}`);
    if (isFirst) await this.#complete(given, most, isCurrent);
  }

  /** All results that are wanted, with their cards, once a reader pauses. */
  async #complete({ found, marked }: Answer<Found>, most: number, isCurrent: () => boolean): Promise<void> {
    await new Promise((goOn) => window.setTimeout(goOn, pause));
    if (!isCurrent()) return;
    const hits = found.hits(0, most);
    const cards = await cardsOf(hits);
    if (!isCurrent()) return;
    this.#hits?.show(hits, { words: marked, isCurrent }, cards);
    this.#shown = hits.length;
    this.#part('more').hidden = this.#shown >= found.total;
    this.#wait(false);
  }

  /** `amount` more results of the same answer; the first of them gets the focus. False where they can’t be had. */
  async showMore(amount: number): Promise<boolean> {
    const answer = this.#answer;
    if (!answer) return false;
    const from = this.#shown;
    const isCurrent = () => answer === this.#answer;
    const hits = answer.found.hits(from, from + amount);
    const cards = await cardsOf(hits).catch(() => undefined);
    if (!isCurrent() || from !== this.#shown) return false;
    if (!cards) {
      this.#warn('failed.more');
      return false;
    }
    this.#hits?.append(hits, { words: answer.marked, isCurrent }, cards);
    if (this.#isTable) this.#drawTable(this.#part('hits').children);
    this.#shown += hits.length;
    this.#part('more').hidden = this.#shown >= answer.found.total;
    this.focus(from);
    return true;
  }

  /** Gives the focus to the result at `place`. */
  focus(place: number): void {
    const results = this.#isTable
      ? this.#part('table').querySelectorAll('tbody tr')
      : this.#part('hits').children;
    results[place]?.querySelector('a')?.focus();
  }

  /** The page’s own list, since the search can’t be had: that alone is said. */
  fail(query: SearchQuery): void {
    this.showList(query);
    this.#warn('failed');
  }

  #warn(key: 'failed' | 'failed.more'): void {
    const text = this.#data.words[key] ?? '';
    this.note(text);
    this.#announcer.say(text);
  }

  /** A remark above the results; `''` takes it away. */
  note(text: string): void {
    this.#part('note').textContent = text;
    this.#part('note').hidden = text === '';
  }

  /** A way back to the words as they were typed. */
  #offer(query: SearchQuery): void {
    const link = document.createElement('a');
    link.href = `${location.pathname}${writeQuery({ ...query, isExact: true })}`;
    link.textContent = fill(this.#data.words['instead'] ?? '', { words: query.words });
    this.#part('note').append(' ', link);
  }

  #lay(part: 'list' | 'hits', total: number, { view }: SearchQuery): void {
    this.#isTable = view === 'table';
    this.#part('list').hidden = part !== 'list' || total === 0 || this.#isTable;
    this.#part('hits').hidden = part !== 'hits' || total === 0 || this.#isTable;
    this.#part('table').hidden = total === 0 || !this.#isTable;
    if (this.#isTable) this.#drawTable(part === 'list' ? this.#rows : this.#part('hits').children);
    else this.#part('table').replaceChildren();
    this.#part('none').hidden = total > 0;
    this.#part('more').hidden = this.#shown >= total;
    this.#wait(false);
    this.note('');
  }

  /** More is still to come of the results that stand. */
  #wait(isBusy: boolean): void {
    this.#part('hits').ariaBusy = isBusy ? 'true' : null;
    if (isBusy) this.#part('more').hidden = true;
  }

  #drawTable(rows: Iterable<Element>): void {
    this.#part('table').replaceChildren(tableOf([...rows], this.#data.table));
  }

  /** Says how much was found; the page’s title says it too, where something was asked. */
  #tell(text: string, total: number, query: SearchQuery): void {
    this.#part('status').textContent = text;
    this.#announcer.say(text);
    this.#part('show').textContent = counted(this.#data.words, 'show', total, this.#locale);
    this.#name(writeQuery(query) ? `${text} – ${this.#title}` : this.#title);
  }

  /** The browser writes the page’s title in many places: it is told once the results stand. */
  #name(title: string): void {
    window.clearTimeout(this.#naming);
    this.#naming = window.setTimeout(() => {
      document.title = title;
    });
  }

  #part<Part extends HTMLElement = HTMLElement>(name: string): Part {
    const known = this.#parts.get(name) ?? (this.#root.querySelector(`[data-part=${name}]`) as Part);
    this.#parts.set(name, known);
    return known as Part;
  }
}

function cardsOf(hits: readonly Hit[]): Promise<CardFile[]> {
  return Promise.all(hits.map(({ card }) => card()));
}
