import { readFile } from 'node:fs/promises';
import {
  type LettersOfFont,
  lettersOfFonts,
  madeByScripts,
  needsFont,
  type PageWords,
  sheetsOfScripts,
  usedProperties,
  usedRules,
} from './page-styles.ts';
import { propertiesIn, readSheet, type Sheet, writeSheet } from './sheet.ts';

/** Makes pages lighter without changing what anyone sees. */
export type SlimPage = (html: string) => string;

/** A style of a page, as a template brought it. */
interface Style {
  readonly sheet: Sheet;
  /** The custom properties that it names. */
  readonly properties: readonly string[];
  readonly fonts: readonly LettersOfFont[];
}

/** Text cut before the scopes of its elements: what follows each, and before the first what has none. */
type Markup = readonly { readonly name: string; readonly rest: string }[];

/** What becomes of the styles of all pages that hold the same words. */
interface Slim {
  readonly styles: readonly string[];
  /** The short names of the scopes that these name; others go. */
  readonly short: ReadonlyMap<string, string>;
}

const [begin, end] = ['<style>', '</style>'];
const scope = /data-astro-cid-\w+/g;
const scopePrefix = 'data-astro-cid-';
const scopeOfElement = ` ${scopePrefix}`;
const written = '="true"';
const endsAttribute = /[\s/>]/;

/** Pages of one template hold few sets of words, those with many kinds of blocks more: the first so many are kept. */
const mostKept = 500;

/**
 * What takes from a page the styles it has no use for, and gives short names to the attributes that tie styles to their
 * components. Scripts wait for what is seen. Styles come from few templates: each is read once. `textOf` knows those of
 * which a page bears the name alone.
 */
export async function slimmer(textOf = (css: string) => css): Promise<SlimPage> {
  const ofScripts = propertiesIn(
    (await Promise.all(sheetsOfScripts.map((file) => readFile(file, 'utf8')))).join('\n'),
  );
  const known = new Map<string, Style>();
  const styleOf = (css: string): Style => {
    const style = known.get(css) ?? styleFrom(textOf(css));
    known.set(css, style);
    return style;
  };
  const kept = new Map<string, Slim>();
  return (html) => {
    const { between, styles } = apart(html);
    const bare = between.join('');
    const markup = between.map(cutAtScopes);
    const words = wordsOf(bare, markup);
    // A sheet that is a file of its own may use any token.
    const named = bare.includes('rel="stylesheet"') ? undefined : propertiesIn(bare);
    const fonts = styles.flatMap((css) => styleOf(css).fonts).map((font) => needsFont(words, font));
    const key = keyOf(words, fonts, styles, named);
    let slim = kept.get(key);
    if (!slim) {
      const outside = named ? [...ofScripts, ...named] : styles.flatMap((css) => styleOf(css).properties);
      slim = slimStyles(styles.map(styleOf), words, outside);
      if (kept.size < mostKept) kept.set(key, slim);
    }
    let whole = '';
    for (const [index, part] of markup.entries()) {
      whole += withShortScopes(part, slim.short);
      const css = slim.styles[index];
      if (css !== undefined) whole += begin + css + end;
    }
    return whole.replaceAll('<script type="module" src=', '<script type="module" fetchpriority="low" src=');
  };
}

function styleFrom(css: string): Style {
  const sheet = readSheet(css);
  return { sheet, properties: propertiesIn(css), fonts: lettersOfFonts(sheet) };
}

function slimStyles(styles: readonly Style[], words: PageWords, outside: readonly string[]): Slim {
  const slim = styles.map((style) => {
    const others = styles.filter((other) => other !== style).flatMap(({ properties }) => properties);
    return writeSheet(usedProperties(usedRules(style.sheet, words), [...outside, ...others]));
  });
  const scopes = [...new Set(slim.flatMap((css) => css.match(scope) ?? []))];
  const short = new Map(scopes.map((name, index) => [name.slice(scopePrefix.length), `data-c${index}`]));
  const shortened = (name: string) => short.get(name.slice(scopePrefix.length)) ?? name;
  return { styles: slim.map((css) => css.replace(scope, shortened)), short };
}

function cutAtScopes(text: string): Markup {
  const pieces = text.split(scopeOfElement);
  const cut: { name: string; rest: string }[] = [{ name: '', rest: pieces[0] ?? '' }];
  for (let index = 1; index < pieces.length; index += 1) {
    const piece = pieces[index] as string;
    let end = 0;
    while (isOfName(piece.charCodeAt(end))) end += 1;
    const name = piece.slice(0, end);
    if (piece.startsWith(written, end)) end += written.length;
    const isAttribute = name !== '' && endsAttribute.test(piece.charAt(end));
    if (isAttribute) cut.push({ name, rest: piece.slice(end) });
    else (cut.at(-1) as { rest: string }).rest += scopeOfElement + piece;
  }
  return cut;
}

/** A letter, a digit or `_`. */
function isOfName(code: number): boolean {
  return (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 64 && code < 91) || code === 95;
}

function withShortScopes(markup: Markup, short: Slim['short']): string {
  let text = '';
  for (const { name, rest } of markup) {
    const given = short.get(name);
    text += given ? ` ${given}${rest}` : rest;
  }
  return text;
}

/** Equal for pages whose styles come out alike. */
function keyOf(
  { tags, classes, scopes }: PageWords,
  fonts: readonly boolean[],
  styles: readonly string[],
  named: readonly string[] | undefined,
): string {
  const sets = [tags, classes, scopes, named ?? ['any']].map((set) => [...set].sort().join(' '));
  return [...styles, String(fonts), ...sets].join('\n');
}

/** The styles of a page, and what stands before, between and after them. */
function apart(html: string): { between: string[]; styles: string[] } {
  const [between, styles]: [string[], string[]] = [[], []];
  let from = 0;
  for (let at = html.indexOf(begin); at >= 0; at = html.indexOf(begin, from)) {
    const to = html.indexOf(end, at);
    if (to < 0) break;
    between.push(html.slice(from, at));
    styles.push(html.slice(at + begin.length, to));
    from = to + end.length;
  }
  return { between: [...between, html.slice(from)], styles };
}

function wordsOf(html: string, markup: readonly Markup[]): PageWords {
  const tags = new Set<string>(madeByScripts.tags);
  const classes = new Set<string>(madeByScripts.classes);
  for (const tag of new Set(html.match(/<[a-z][\w-]*/g))) tags.add(tag.slice(1));
  for (const attribute of new Set(html.match(/\sclass="[^"]*"/g)))
    for (const name of attribute.slice(' class="'.length, -1).split(/\s+/)) classes.add(name);
  const scopes = new Set<string>();
  for (const { name } of markup.flat()) scopes.add(name);
  scopes.delete('');
  return {
    tags,
    classes,
    scopes: new Set(scopes.values().map((name) => scopePrefix + name)),
    letters: lettersIn(html),
  };
}

/** To look for whole letters beyond the first plane takes five times as long: it is done where there is a half of one. */
function lettersIn(html: string): Set<number> {
  const units = new Set(html.match(/[^\0-~]/g));
  const isWhole = !units.values().some((unit) => unit >= '\ud800' && unit <= '\udfff');
  const letters = isWhole ? units : new Set(html.match(/[^\0-~]/gu));
  return new Set(letters.values().map((letter) => letter.codePointAt(0) ?? 0));
}
