const separator = '\0';

/**
 * The terms of texts, each once: a word as it is looked up, with a form that it has in a text, '' where that is the word
 * itself. They are numbered as they come, so that a text is a row of numbers.
 */
export class TermList {
  /** Word and form in one, in the order of their numbers. */
  readonly #terms: string[];
  #numbers: Map<string, number> | undefined;

  /** `written` is what `toText` made of another list. */
  constructor(written = '') {
    this.#terms = written === '' ? [] : written.split('\n');
  }

  get size(): number {
    return this.#terms.length;
  }

  /** The number of a term, which is new where it was not in the list. */
  numberOf(word: string, form: string): number {
    this.#numbers ??= new Map(this.#terms.map((term, number) => [term, number]));
    const term = word + separator + form;
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#terms.push(term);
    this.#numbers.set(term, number);
    return number;
  }

  wordOf(number: number): string {
    const term = this.#terms[number] ?? '';
    return term.slice(0, term.indexOf(separator));
  }

  formOf(number: number): string {
    const term = this.#terms[number] ?? '';
    return term.slice(term.indexOf(separator) + 1);
  }

  /** The numbers by words, those of one word by forms, in the order of UTF-8 in which the search looks words up. */
  inOrder(): number[] {
    const terms = this.#terms;
    const numbers = [...terms.keys()];
    // UTF-8 and JavaScript order texts alike, but for signs beyond the first plane.
    if (!terms.some((term) => hasSurrogates.test(term)))
      return numbers.sort((a, b) => ((terms[a] as string) < (terms[b] as string) ? -1 : 1));
    const bytes = terms.map((term) => Buffer.from(term));
    return numbers.sort((a, b) => Buffer.compare(bytes[a] as Buffer, bytes[b] as Buffer));
  }

  /** The terms with these numbers, which they lose for their places in `numbers`. */
  toText(numbers: readonly number[]): string {
    return numbers.map((number) => this.#terms[number]).join('\n');
  }
}

const hasSurrogates = /[\ud800-\udfff]/;
