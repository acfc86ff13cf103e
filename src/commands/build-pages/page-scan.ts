import type { Kind, KnownNames } from './known-names.ts';
import {
  apostrophe,
  dash,
  endOfName,
  endsAttribute,
  isSmallLetter,
  isSpace,
  less,
  more,
  nextStop,
  quote,
  standsAt,
  stopsAt,
} from './page-bytes.ts';
import { headEnd, type Range } from './page-head.ts';

/** A place in a page that is written otherwise than it was made. */
export type Mark =
  /** The attribute that ties an element to the styles of a component: the place of its name, −1 where no style asks for it. */
  | { readonly kind: 'scope'; readonly from: number; readonly to: number; readonly place: number }
  /** Where `<style>` begins and `</style>` ends. */
  | { readonly kind: 'style'; readonly from: number; readonly to: number }
  /** In the start tag of a module’s script, before its address. */
  | { readonly kind: 'script'; readonly from: number; readonly to: number; readonly address: string }
  /** The end of the head. */
  | { readonly kind: 'head'; readonly from: number; readonly to: number };

/** What of a page decides on its styles and on what it names in its head. */
export interface PageScan {
  /** For each known name 1 where the page has it. */
  readonly found: Uint8Array;
  /** Its letters beyond ASCII, by their numbers in Unicode: some names have such as stand in a font of their own. */
  readonly letters: ReadonlySet<number>;
  /** In the order of the page. */
  readonly marks: readonly Mark[];
}

const [scope, written, classes, script, module, source, scriptEnd] = [
  'data-astro-cid-',
  '="true"',
  'class="',
  '<script',
  ' type="module"',
  ' src="',
  '</script',
].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];

const [letterC, letterD] = [99, 100];

/** The bytes at which something may begin that is looked for. */
const beginsLetter = (byte: number) => byte > 0xc1;
const inText = stopsAt((byte) => byte === less || byte === dash || beginsLetter(byte));
const inTag = stopsAt((byte) => isSpace(byte) || byte === quote || byte === apostrophe || byte === more);
const inQuotes = stopsAt((byte) => byte === quote || byte === dash || beginsLetter(byte));
const inApostrophes = stopsAt((byte) => byte === apostrophe || byte === dash || beginsLetter(byte));
const inScript = stopsAt((byte) => byte === dash || beginsLetter(byte));

/** Looks once at each byte of a page, but for those of its `styles`; `found` begins with what each page is taken to have. */
export function scanPage(
  page: Buffer,
  styles: readonly Range[],
  names: KnownNames,
  found: Uint8Array,
): PageScan {
  const scan = new Scan(page, names, found.slice());
  let from = 0;
  for (const style of styles) {
    scan.readText(from, style[0]);
    scan.marks.push({ kind: 'style', from: style[0], to: style[1] });
    from = style[1];
  }
  scan.readText(from, page.length);
  return scan;
}

/** Reads as a browser does: tags in text, attributes in tags, values in quotes. Each method returns where to go on. */
class Scan implements PageScan {
  readonly marks: Mark[] = [];
  readonly letters = new Set<number>();
  readonly found: Uint8Array;
  readonly #page: Buffer;
  readonly #names: KnownNames;
  #isInHead = true;

  constructor(page: Buffer, names: KnownNames, found: Uint8Array) {
    this.#page = page;
    this.#names = names;
    this.found = found;
  }

  readText(from: number, to: number): void {
    const page = this.#page;
    for (let at = from; ; ) {
      at = nextStop(page, at, to, inText);
      if (at >= to) return;
      const byte = page[at] as number;
      at = byte === less ? this.#readTag(at) : this.#readPart(at, byte);
    }
  }

  #readTag(at: number): number {
    const page = this.#page;
    const from = at + 1;
    if (!isSmallLetter(page[from])) {
      if (this.#isInHead && standsAt(page, at, headEnd)) {
        this.#isInHead = false;
        this.marks.push({ kind: 'head', from: at, to: at });
      }
      return from;
    }
    const nameEnd = endOfName(page, from);
    this.#note('tag', from, nameEnd);
    if (!standsAt(page, at, script)) return this.#readAttributes(nameEnd);
    if (standsAt(page, nameEnd, module)) this.#markScript(nameEnd + module.length);
    return this.#readScript(this.#readAttributes(nameEnd));
  }

  #markScript(at: number): void {
    if (!standsAt(this.#page, at, source)) return;
    const from = at + source.length;
    const address = this.#page.toString('utf8', from, this.#page.indexOf('"', from));
    this.marks.push({ kind: 'script', from: at, to: at, address });
  }

  #readScript(from: number): number {
    const end = this.#page.indexOf(scriptEnd, from);
    this.#readParts(from, end < 0 ? this.#page.length : end, inScript);
    return end < 0 ? this.#page.length : end;
  }

  #readAttributes(from: number): number {
    const page = this.#page;
    for (let at = from; ; ) {
      at = nextStop(page, at, page.length, inTag);
      const byte = page[at];
      if (byte === undefined) return at;
      if (byte === more) return at + 1;
      if (byte === quote) at = this.#readParts(at + 1, page.length, inQuotes) + 1;
      else if (byte === apostrophe) at = this.#readParts(at + 1, page.length, inApostrophes) + 1;
      else at = this.#readAttribute(at);
    }
  }

  /** What may stand behind the space at `at`: a scope, or classes, whose names are looked at once more as any value is. */
  #readAttribute(at: number): number {
    const from = at + 1;
    const byte = this.#page[from];
    if (byte === letterD && standsAt(this.#page, from, scope)) return this.#readScope(at);
    if (byte === letterC && standsAt(this.#page, from, classes)) this.#readClasses(from + classes.length);
    return from;
  }

  /** Notes custom properties and letters, up to `to` or to the first other byte at which `stopping` stops. */
  #readParts(from: number, to: number, stopping: Uint8Array): number {
    const page = this.#page;
    for (let at = from; ; ) {
      at = nextStop(page, at, to, stopping);
      const byte = page[at] as number;
      if (at >= to || byte === quote || byte === apostrophe) return at;
      at = this.#readPart(at, byte);
    }
  }

  /** A custom property, wherever it stands, or a letter. */
  #readPart(at: number, byte: number): number {
    const page = this.#page;
    if (byte !== dash) return this.#readLetter(at, byte);
    if (page[at + 1] !== dash || !isSmallLetter(page[at + 2])) return at + 1;
    const to = endOfName(page, at);
    this.#note('property', at, to);
    return to;
  }

  /** https://www.rfc-editor.org/rfc/rfc3629#section-3 */
  #readLetter(at: number, first: number): number {
    const page = this.#page;
    const others = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let letter = first & (0x3f >> others);
    for (let one = 1; one <= others; one += 1) letter = (letter << 6) | ((page[at + one] as number) & 0x3f);
    this.letters.add(letter);
    return at + 1 + others;
  }

  #readScope(at: number): number {
    const page = this.#page;
    const from = at + 1;
    const nameEnd = endOfName(page, from);
    const to = standsAt(page, nameEnd, written) ? nameEnd + written.length : nameEnd;
    if (nameEnd === from + scope.length || !endsAttribute(page[to])) return from;
    const place = this.#note('scope', from, nameEnd);
    this.marks.push({ kind: 'scope', from: at, to, place });
    return to;
  }

  #readClasses(from: number): void {
    const page = this.#page;
    let start = from;
    for (let at = from; at < page.length; at += 1) {
      const isEnd = page[at] === quote;
      if (!isEnd && !isSpace(page[at])) continue;
      if (at > start) this.#note('class', start, at);
      if (isEnd) return;
      start = at + 1;
    }
  }

  #note(kind: Kind, from: number, to: number): number {
    const place = this.#names.placeOf(kind, this.#page, from, to);
    if (place >= 0) this.found[place] = 1;
    return place;
  }
}
