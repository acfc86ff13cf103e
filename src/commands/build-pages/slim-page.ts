import { readFile } from 'node:fs/promises';
import { type ByteText, byteTextOf, textOf } from './byte-text.ts';
import { sheetsOfScripts, usedProperties, usedRules } from './page-styles.ts';
import { endOfName, type PageWords, wordsIn } from './page-words.ts';
import { propertiesIn, readSheet, type Sheet, writeSheet } from './sheet.ts';
import { SheetNames } from './sheet-names.ts';

/** Makes pages lighter without changing what anyone sees. */
export type SlimPage = (html: ByteText) => ByteText;

/** A style of a page, as a template brought it. */
interface Style {
  readonly sheet: Sheet;
  /** The custom properties that it names. */
  readonly properties: readonly string[];
}

/** The styles of the pages of a template. */
interface Styles {
  readonly all: readonly Style[];
  readonly names: SheetNames;
  /** What has become of them, by what pages held of the names. */
  readonly slim: Map<string, Slim>;
}

/** What becomes of the styles of all pages that hold the same words of those that the styles name. */
interface Slim {
  readonly styles: readonly ByteText[];
  /** The short names of the scopes that these name; others go. */
  readonly short: ReadonlyMap<string, string>;
}

/** Text cut at the scopes of its elements: what stands before each, with its name, and after the last what has none. */
type Markup = readonly { readonly before: string; readonly name: string }[];

const [begin, end] = ['<style>', '</style>'];
const scope = /data-astro-cid-\w+/g;
const scopeOfElement = ' data-astro-cid-';
const written = '="true"';
const endsAttribute = /[\s/>]/;

/** Pages of one template hold few sets of words, those with many kinds of blocks more: the first so many are kept. */
const mostKept = 500;

/**
 * What takes from a page the styles it has no use for, and gives short names to the attributes that tie styles to their
 * components. Scripts wait for what is seen. Styles come from few templates: each is read once. `sheetOf` knows those of
 * which a page bears the name alone.
 */
export async function slimmer(sheetOf = (css: string) => css): Promise<SlimPage> {
  const ofScripts = propertiesIn(
    (await Promise.all(sheetsOfScripts.map((file) => readFile(file, 'utf8')))).join('\n'),
  );
  const known = new Map<string, Styles>();
  const stylesOf = (texts: readonly ByteText[]): Styles => {
    const key = texts.join('\n');
    const styles = known.get(key) ?? stylesFrom(texts.map((css) => sheetOf(textOf(css))));
    known.set(key, styles);
    return styles;
  };
  return (html) => {
    const { between, texts } = apart(html);
    const { all, names, slim } = stylesOf(texts);
    const bare = between.join('');
    const markup = between.map(cutAtScopes);
    const words = wordsIn(bare, scopesOf(markup));
    // A sheet that is a file of its own may use any token.
    const used = bare.includes('rel="stylesheet"') ? names.properties : new Set(propertiesIn(bare));
    const key = names.keyOf(words, used);
    const own = slim.get(key) ?? slimStyles(all, words, [...ofScripts, ...used]);
    if (slim.size < mostKept) slim.set(key, own);
    const parts = markup.map((part, index) => withShortScopes(part, own.short) + styleTag(own.styles[index]));
    return parts
      .join('')
      .replaceAll('<script type="module" src=', '<script type="module" fetchpriority="low" src=');
  };
}

function stylesFrom(texts: readonly string[]): Styles {
  const all = texts.map((css) => ({ sheet: readSheet(css), properties: propertiesIn(css) }));
  return { all, names: new SheetNames(all.map(({ sheet }) => sheet)), slim: new Map() };
}

function slimStyles(styles: readonly Style[], words: PageWords, outside: readonly string[]): Slim {
  const slim = styles.map((style) => {
    const others = styles.filter((other) => other !== style).flatMap(({ properties }) => properties);
    return writeSheet(usedProperties(usedRules(style.sheet, words), [...outside, ...others]));
  });
  const scopes = [...new Set(slim.flatMap((css) => css.match(scope) ?? []))];
  const short = new Map(scopes.map((name, index) => [name, `data-c${index}`]));
  return {
    styles: slim.map((css) => byteTextOf(css.replace(scope, (name) => short.get(name) ?? name))),
    short,
  };
}

function cutAtScopes(text: ByteText): Markup {
  const cut: { before: string; name: string }[] = [];
  let from = 0;
  for (let at = text.indexOf(scopeOfElement); at >= 0; at = text.indexOf(scopeOfElement, at + 1)) {
    const afterName = endOfName(text, at + scopeOfElement.length);
    const after = text.startsWith(written, afterName) ? afterName + written.length : afterName;
    if (afterName === at + scopeOfElement.length || !endsAttribute.test(text.charAt(after))) continue;
    cut.push({ before: text.slice(from, at), name: text.slice(at + 1, afterName) });
    from = after;
  }
  return [...cut, { before: text.slice(from), name: '' }];
}

function scopesOf(markup: readonly Markup[]): Set<string> {
  const scopes = new Set<string>();
  for (const part of markup) for (const { name } of part) scopes.add(name);
  return scopes;
}

function withShortScopes(markup: Markup, short: Slim['short']): ByteText {
  let text = '';
  for (const { before, name } of markup) {
    text += before;
    const given = short.get(name);
    if (given) text += ` ${given}`;
  }
  return text;
}

function styleTag(css: ByteText | undefined): ByteText {
  return css === undefined ? '' : begin + css + end;
}

/** The styles of a page, and what stands before, between and after them. */
function apart(html: ByteText): { between: string[]; texts: string[] } {
  const [between, texts]: [string[], string[]] = [[], []];
  let from = 0;
  for (let at = html.indexOf(begin); at >= 0; at = html.indexOf(begin, from)) {
    const to = html.indexOf(end, at);
    if (to < 0) break;
    between.push(html.slice(from, at));
    texts.push(html.slice(at + begin.length, to));
    from = to + end.length;
  }
  return { between: [...between, html.slice(from)], texts };
}
