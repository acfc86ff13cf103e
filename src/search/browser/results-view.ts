import { fill } from '../../i18n/fill.ts';
import type { SearchQuery } from '../query/address.ts';
import { writeQuery } from '../query/address.ts';
import type { Answer } from '../query/answer.ts';
import { dayRange, readerDay } from '../query/days.ts';
import { countsOf, type Listed, listed } from '../query/listing.ts';
import { Announcer } from './announcer.ts';
import type { Found, Hit } from './engine.ts';
import { showCounts } from './filters.ts';
import { tellNone } from './none.ts';
import { rowOf } from './rows.ts';
import { type TableWords, tableOf } from './table.ts';
import { counted, type Words } from './words.ts';

const pageSize = 10;

/** What the page writes down for its script. The slugs stand in the order of the list. */
export interface PageData {
  readonly slugs: readonly string[];
  readonly courses: readonly Listed[];
  readonly words: Words;
  readonly table: TableWords;
}

/** The parts of the catalogue page that show what was found. */
export class ResultsView {
  readonly #root: HTMLElement;
  readonly #data: PageData;
  readonly #locale = document.documentElement.lang;
  readonly #title = document.title;
  /** The rows of the page’s own list, in the order of titles. */
  readonly rows: readonly HTMLElement[];
  readonly #rowOfCourse: ReadonlyMap<string, HTMLElement>;
  readonly #announcer: Announcer;
  #found: Found | undefined;
  #shown = 0;
  #isTable = false;

  constructor(root: HTMLElement, data: PageData) {
    this.#root = root;
    this.#data = data;
    this.rows = [...this.#part('list').querySelectorAll<HTMLElement>(':scope > ul > li')];
    this.#announcer = new Announcer(this.#part('said'));
    this.#rowOfCourse = new Map(this.rows.map((row, place) => [data.slugs[place] ?? '', row]));
  }

  /** Of the page’s own list the courses that are chosen and that `mayShow` lets through. */
  showList(query: SearchQuery, mayShow: (row: HTMLElement) => boolean = () => true): void {
    const { courses } = this.#data;
    const today = readerDay(new Date());
    const range = query.days && dayRange(query.days, today);
    const rows = listed(courses, query.selection, query.sorting, range)
      .map((place) => this.rows[place] as HTMLElement)
      .filter(mayShow);
    for (const row of this.rows) row.hidden = true;
    for (const row of rows) row.hidden = false;
    this.rows[0]?.parentElement?.append(...rows);
    this.#found = undefined;
    this.#isTable = query.view === 'table';
    this.#only('list', rows, rows.length);
    if (rows.length === 0) this.#tellNone(query, courses.length);
    this.#part('more').hidden = true;
    showCounts(this.#root, countsOf(courses, query.selection, query.days, today), this.#locale);
    this.#tell(counted(this.#data.words, 'courses', rows.length, this.#locale), query);
  }

  /** The first results of an answer. `isCurrent` says whether the reader still waits for it. */
  async showAnswer(query: SearchQuery, given: Answer<Found>, isCurrent: () => boolean): Promise<void> {
    const { found, kind, words } = given;
    const first = await found.hits(0, pageSize);
    if (!isCurrent()) return;
    this.#found = found;
    this.#shown = first.length;
    const rows = first.map((hit) => this.#row(hit));
    this.#part('hits').replaceChildren(...rows);
    this.#isTable = query.view === 'table';
    this.#only('hits', rows, found.total);
    if (found.total === 0) this.#tellNone(query, found.unfiltered);
    this.#part('more').hidden = this.#shown >= found.total;
    showCounts(this.#root, found.counts, this.#locale);
    const key = query.words ? 'found' : 'results';
    this.#tell(counted(this.#data.words, key, found.total, this.#locale, { words }), query);
    if (kind !== 'plain' && found.total > 0) this.note(fill(this.#data.words[kind] ?? '', { words }));
    if (kind === 'corrected') this.#offer(query);
  }

  /** More results of the same answer; the first of them gets the focus. */
  async showMore(): Promise<void> {
    const found = this.#found;
    if (!found) return;
    const hits = await found.hits(this.#shown, this.#shown + pageSize);
    if (found !== this.#found) return;
    const rows = hits.map((hit) => this.#row(hit));
    this.#part('hits').append(...rows);
    if (this.#isTable) this.#drawTable([...this.#part('hits').children] as HTMLElement[]);
    const shown = this.#isTable ? this.#part('table').querySelectorAll('tbody tr')[this.#shown] : rows[0];
    shown?.querySelector('a')?.focus();
    this.#shown += rows.length;
    this.#part('more').hidden = this.#shown >= found.total;
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

  #row(hit: Hit): HTMLElement {
    const template = this.#part<HTMLTemplateElement>('row');
    return rowOf(hit, this.#rowOfCourse, template, this.#data.words);
  }

  #only(part: 'list' | 'hits', rows: readonly HTMLElement[], total: number): void {
    this.#part('list').hidden = part !== 'list' || total === 0 || this.#isTable;
    this.#part('hits').hidden = part !== 'hits' || total === 0 || this.#isTable;
    this.#part('table').hidden = total === 0 || !this.#isTable;
    this.#drawTable(this.#isTable ? rows : []);
    this.#part('none').hidden = total > 0;
    this.note('');
  }

  #drawTable(rows: readonly HTMLElement[]): void {
    this.#part('table').replaceChildren(...(rows.length > 0 ? [tableOf(rows, this.#data.table)] : []));
  }

  /** `all` is how many there would be without filters. */
  #tellNone({ words }: SearchQuery, all: number): void {
    tellNone(this.#part('none'), this.#data.words, { words, withoutFilters: all }, this.#locale);
  }

  /** Says how much was found; the page’s title says it too, where something was asked. */
  #tell(text: string, query: SearchQuery): void {
    this.#part('status').textContent = text;
    this.#announcer.say(text);
    const total = this.#found?.total ?? this.rows.filter(({ hidden }) => !hidden).length;
    this.#part('show').textContent = counted(this.#data.words, 'show', total, this.#locale);
    document.title = writeQuery(query) ? `${text} – ${this.#title}` : this.#title;
  }

  #part<Part extends HTMLElement = HTMLElement>(name: string): Part {
    return this.#root.querySelector(`[data-part=${name}]`) as Part;
  }
}
