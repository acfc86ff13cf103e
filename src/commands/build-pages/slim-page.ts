import { readFile } from 'node:fs/promises';
import { madeByScripts, type PageWords, sheetsOfScripts, usedProperties, usedRules } from './page-styles.ts';
import { propertiesIn, readSheet, type Sheet, writeSheet } from './sheet.ts';

/** Makes pages lighter without changing what anyone sees. */
export type SlimPage = (html: string) => string;

/** A style of a page, as a template brought it. */
interface Style {
  readonly sheet: Sheet;
  /** The custom properties that it names. */
  readonly properties: readonly string[];
}

const [begin, end] = ['<style>', '</style>'];
const scope = /data-astro-cid-\w+/g;
const scopeOfElement = / (data-astro-cid-\w+)(?:="true")?(?=[\s/>])/g;

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
  return (html) => {
    const { between, styles } = apart(html);
    const bare = between.join('');
    const words = wordsOf(bare);
    // A sheet that is a file of its own may use any token.
    const isAlone = !bare.includes('rel="stylesheet"');
    const outside = isAlone
      ? [...ofScripts, ...propertiesIn(bare)]
      : styles.flatMap((css) => styleOf(css).properties);
    const slim = styles.map((css) => {
      const others = styles.filter((other) => other !== css).flatMap((other) => styleOf(other).properties);
      return writeSheet(usedProperties(usedRules(styleOf(css).sheet, words), [...outside, ...others]));
    });
    const scopes = [...new Set(slim.flatMap((css) => css.match(scope) ?? []))];
    const short = new Map(scopes.map((name, index) => [name, `data-c${index}`]));
    const whole = between.map((part, index) => {
      const markup = part.replace(scopeOfElement, (_, name: string) =>
        short.has(name) ? ` ${short.get(name)}` : '',
      );
      const css = slim[index]?.replace(scope, (name) => short.get(name) ?? name);
      return css === undefined ? markup : markup + begin + css + end;
    });
    return whole
      .join('')
      .replaceAll('<script type="module" src=', '<script type="module" fetchpriority="low" src=');
  };
}

function styleFrom(css: string): Style {
  return { sheet: readSheet(css), properties: propertiesIn(css) };
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

function wordsOf(html: string): PageWords {
  const tags = new Set<string>(madeByScripts.tags);
  const classes = new Set<string>(madeByScripts.classes);
  for (const tag of new Set(html.match(/<[a-z][\w-]*/g))) tags.add(tag.slice(1));
  for (const attribute of new Set(html.match(/\sclass="[^"]*"/g)))
    for (const name of attribute.slice(' class="'.length, -1).split(/\s+/)) classes.add(name);
  const letters = new Set(html.match(/[^\0-~]/gu)?.map((letter) => letter.codePointAt(0) ?? 0));
  return { tags, classes, scopes: new Set(html.match(scope)), letters };
}
