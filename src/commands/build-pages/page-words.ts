import { type ByteText, textOf } from './byte-text.ts';

/** What a page holds that selectors can name. */
export interface PageWords {
  readonly tags: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  /** The attributes by which Astro scopes a component’s style. */
  readonly scopes: ReadonlySet<string>;
  /** Its letters beyond ASCII, by their numbers in Unicode: some names have such as stand in a font of their own. */
  readonly letters: ReadonlySet<number>;
}

/** What scripts add to a page after it was built; a test looks into them for more. */
export const madeByScripts = {
  tags: 'a b button div li mark p small span table td th tr ul'.split(' '),
  classes: 'has-note muted note one-by-one small suggestions verdict visually-hidden'.split(' '),
} as const;

/** The words of a page without its styles, whose elements have these `scopes`. */
export function wordsIn(html: ByteText, scopes: ReadonlySet<string>): PageWords {
  return { tags: tagsIn(html), classes: classesIn(html), scopes, letters: lettersIn(html) };
}

function tagsIn(html: ByteText): Set<string> {
  const tags = new Set<string>(madeByScripts.tags);
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const from = at + 1;
    at = endOfName(html, from);
    if (isSmallLetter(html.charCodeAt(from))) tags.add(html.slice(from, at));
  }
  return tags;
}

const classAttribute = 'class="';

function classesIn(html: ByteText): Set<string> {
  const attributes = new Set<string>();
  for (let at = html.indexOf(classAttribute); at >= 0; at = html.indexOf(classAttribute, at)) {
    const isAttribute = isSpace(html.charCodeAt(at - 1));
    at += classAttribute.length;
    const end = html.indexOf('"', at);
    if (isAttribute && end >= 0) attributes.add(html.slice(at, end));
  }
  const classes = new Set<string>(madeByScripts.classes);
  for (const attribute of attributes) for (const name of attribute.split(/\s+/)) classes.add(name);
  return classes;
}

function lettersIn(html: ByteText): Set<number> {
  const letters = new Set(html.match(/[\xc2-\xf4][\x80-\xbf]+/g));
  return new Set(letters.values().map((letter) => textOf(letter).codePointAt(0) ?? 0));
}

/** The end of the name that begins at `from`; `from` where there is none. */
export function endOfName(html: ByteText, from: number): number {
  let end = from;
  while (isOfName(html.charCodeAt(end))) end += 1;
  return end;
}

/** A letter, a digit, `_` or `-`. */
function isOfName(code: number): boolean {
  return (
    isSmallLetter(code) || (code > 47 && code < 58) || (code > 64 && code < 91) || code === 95 || code === 45
  );
}

function isSmallLetter(code: number): boolean {
  return code > 96 && code < 123;
}

function isSpace(code: number): boolean {
  return code === 32 || (code > 8 && code < 14);
}
