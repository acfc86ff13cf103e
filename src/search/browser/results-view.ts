import { fill } from '../../i18n/fill.ts';
import type { SearchQuery } from '../query/address.ts';
import { writeQuery } from '../query/address.ts';
import type { Answer } from '../query/answer.ts';
import { Announcer } from './announcer.ts';
import type { Found, Hit } from './engine.ts';
import { countsIn } from './filters.ts';
import { tellNone, withoutQuotes } from './none.ts';
import { type Look, lookOf, placeRows, type RowTemplates, rowOf, showPictures } from './rows.ts';
import { type TableWords, tableOf } from './table.ts';
import { counted, type Words } from './words.ts';

/** So many milliseconds after results stand their pictures are loaded: those that are typed over are never seen. */
const pause = 150;

/** What the page writes down for its script. */
export interface PageData {
  /** How many courses there are; the page’s own list holds the first of them. */
  readonly total: number;
  readonly words: Words;
  readonly table: TableWords;
}

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
  /** The rows of results that were shown last, by their looks. */
  #known = new Map<string, HTMLElement>();
  #answer: Answer<Found> | undefined;
  #shown = 0;
  #naming: number | undefined;
  #picturing: number | undefined;
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
    this.#lay('list', this.#rows, total, query);
    for (const [place, text] of this.#counts) {
      place.textContent = text;
      place.closest('li')?.removeAttribute('data-empty');
    }
    this.#tell(counted(words, 'courses', total, this.#locale), total, query);
  }

  /**
   * The first `most` results of an answer. `isCurrent` says whether the reader still waits for it; `near` finds
   * topics where there is none.
   */
  async showAnswer(
    query: SearchQuery,
    given: Answer<Found>,
    { most, isCurrent, near }: { most: number; isCurrent: () => boolean; near: () => Promise<Hit[]> },
  ): Promise<void> {
    const { found, kind, words, marked } = given;
    const isNone = found.total === 0;
    const [hits, topics] = await Promise.all([
      found.hits(0, most),
      isNone && !found.unfiltered ? near() : [],
    ]);
    if (!isCurrent()) return;
    this.#answer = given;
    this.#shown = hits.length;
    const rows = this.#rowsOf(hits, marked);
    placeRows(this.#part('hits'), rows);
    this.#showPicturesSoon();
    this.#lay('hits', rows, found.total, query);
    if (isNone) tellNone(this.#part('none'), this.#data.words, { query, all: found.unfiltered }, topics);
    this.#showCounts(found.counts);
    const key = query.words ? 'found' : isOfCourses(query) ? 'courses' : 'results';
    const asked = { words: withoutQuotes(words) };
    this.#tell(counted(this.#data.words, key, found.total, this.#locale, asked), found.total, query);
    if (kind !== 'plain' && found.total > 0) this.note(fill(this.#data.words[kind] ?? '', { words }));
    if (kind === 'corrected') this.#offer(query);
    const note = this.#part('note');
    if (!note.hidden) this.#announcer.say(`${this.#part('status').textContent}. ${note.textContent}`);
  }

  /** `amount` more results of the same answer; the first of them gets the focus. False where they can’t be had. */
  async showMore(amount: number): Promise<boolean> {
    const answer = this.#answer;
    if (!answer) return false;
    const from = this.#shown;
    const hits = await answer.found.hits(from, from + amount).catch(() => undefined);
    if (answer !== this.#answer || from !== this.#shown) return false;
    if (!hits) {
      this.#warn('failed.more');
      return false;
    }
    this.#part('hits').append(...hits.map((hit) => this.#row(hit, lookOf(hit, answer.marked))));
    this.#showPicturesSoon();
    if (this.#isTable) this.#drawTable([...this.#part('hits').children] as HTMLElement[]);
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

  #showPicturesSoon(): void {
    window.clearTimeout(this.#picturing);
    this.#picturing = window.setTimeout(() => showPictures(this.#part('hits')), pause);
  }

  /** While one types, most results are those of the letter before: rows that look the same stay. */
  #rowsOf(hits: readonly Hit[], words: string): HTMLElement[] {
    const former = this.#known;
    this.#known = new Map(
      hits.map((hit) => {
        const look = lookOf(hit, words);
        const key = JSON.stringify([hit.url, look]);
        return [key, former.get(key) ?? this.#row(hit, look)];
      }),
    );
    return [...this.#known.values()];
  }

  #row(hit: Hit, look: Look): HTMLElement {
    const templates: RowTemplates = { course: this.#part('course'), other: this.#part('row') };
    return rowOf(hit, look, templates, this.#data.words);
  }

  #lay(part: 'list' | 'hits', rows: readonly HTMLElement[], total: number, { view }: SearchQuery): void {
    this.#isTable = view === 'table';
    this.#part('list').hidden = part !== 'list' || total === 0 || this.#isTable;
    this.#part('hits').hidden = part !== 'hits' || total === 0 || this.#isTable;
    this.#part('table').hidden = total === 0 || !this.#isTable;
    this.#drawTable(this.#isTable ? rows : []);
    this.#part('none').hidden = total > 0;
    this.#part('more').hidden = this.#shown >= total;
    this.note('');
  }

  #drawTable(rows: readonly HTMLElement[]): void {
    this.#part('table').replaceChildren(...(rows.length > 0 ? [tableOf(rows, this.#data.table)] : []));
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

/** Without words and types one chooses among courses alone. */
export function isOfCourses({ words, selection }: SearchQuery): boolean {
  return words === '' && !selection.type?.length;
}
