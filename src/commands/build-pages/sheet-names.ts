import { lettersOfFonts, needsFont } from './page-styles.ts';
import type { PageWords } from './page-words.ts';
import type { Part, Sheet } from './sheet.ts';

/** What a page may hold or not that makes a difference to its styles. */
export class SheetNames {
  readonly #tags = new Set<string>();
  readonly #classes = new Set<string>();
  readonly #scopes = new Set<string>();
  /** The custom properties that are defined. */
  readonly properties = new Set<string>();
  readonly #fonts: ReturnType<typeof lettersOfFonts>;

  constructor(sheets: readonly Sheet[]) {
    for (const { parts } of sheets) for (const part of parts) this.#add(part);
    this.#fonts = sheets.flatMap(lettersOfFonts);
  }

  #add({ selectors = [], property, parts = [] }: Part): void {
    for (const { tags, classes, scopes } of selectors) {
      for (const name of tags) this.#tags.add(name);
      for (const name of classes) this.#classes.add(name);
      for (const name of scopes) this.#scopes.add(name);
    }
    if (property !== undefined) this.properties.add(property);
    for (const part of parts) this.#add(part);
  }

  /** Equal for pages whose styles come out alike: which of all that the sheets name is there, a digit each. */
  keyOf(words: PageWords, properties: ReadonlySet<string>): string {
    let key = '';
    for (const name of this.#tags) key += words.tags.has(name) ? 1 : 0;
    for (const name of this.#classes) key += words.classes.has(name) ? 1 : 0;
    for (const name of this.#scopes) key += words.scopes.has(name) ? 1 : 0;
    for (const name of this.properties) key += properties.has(name) ? 1 : 0;
    for (const letters of this.#fonts) key += needsFont(words, letters) ? 1 : 0;
    return key;
  }
}
