import { readFile } from 'node:fs/promises';
import type { AstroPrerenderer } from 'astro';
import {
  isSlanted,
  madeByScripts,
  type PageWords,
  sheetsOfScripts,
  usedProperties,
  usedRules,
} from './page-styles.ts';

/** Makes pages lighter without changing what anyone sees. */
export type SlimPage = (html: string) => string;

const style = /<style>((?:(?!<\/style>).)*)<\/style>/gs;
const scope = /data-astro-cid-\w+/g;

/**
 * What takes from a page the styles it has no use for, and gives short names to the attributes that tie styles to their
 * components. Scripts wait for what is seen. Styles come from few templates: each is judged once for the same words.
 */
export async function slimmer(): Promise<SlimPage> {
  const sheets = (await Promise.all(sheetsOfScripts.map((file) => readFile(file, 'utf8')))).join('\n');
  const judged = new Map<string, Map<string, string>>();
  const slim = (css: string, words: PageWords, others: string): string => {
    const before = judged.get(css) ?? new Map<string, string>();
    judged.set(css, before);
    const named = [...new Set(css.match(/[\w-]+/g))].map((name) => (isIn(words, name) ? 1 : 0)).join('');
    // The slanted font goes by tags that the styles need not name.
    const key = `${named} ${isSlanted(words)} ${others}`;
    const used = before.get(key) ?? usedProperties(usedRules(css, words), others);
    before.set(key, used);
    return used;
  };
  return (html) => {
    const bare = html.replace(style, '');
    const words = wordsOf(bare);
    const styles = [...html.matchAll(style)].map(([, css = '']) => css);
    // A sheet that is a file of its own may use any token.
    const outside = bare.includes('rel="stylesheet"') ? styles.join('') : sheets + propertiesIn(bare);
    const othersOf = (css: string) => outside + styles.filter((other) => other !== css).join('');
    return shortScopes(
      html.replace(
        style,
        (_, css: string) => `<style>${slim(fontsFor(bare, css), words, othersOf(css))}</style>`,
      ),
    ).replaceAll('<script type="module" src=', '<script type="module" fetchpriority="low" src=');
  };
}

type Rendered = Awaited<ReturnType<AstroPrerenderer['render']>>;

/** What Astro rendered, made lighter where it is a page. */
export async function slimmed(rendered: Rendered, slim: SlimPage): Promise<Rendered> {
  const response = 'response' in rendered ? rendered.response : rendered;
  const { status, statusText, headers, body } = response;
  if (!body || !headers.get('Content-Type')?.startsWith('text/html')) return rendered;
  const lighter = new Response(slim(await response.text()), { status, statusText, headers });
  return 'response' in rendered ? { ...rendered, response: lighter } : lighter;
}

function wordsOf(html: string): PageWords {
  const classes = [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/));
  return {
    tags: new Set(
      [...madeByScripts.tags, ...[...html.matchAll(/<([a-z][\w-]*)/g)].map(([, tag = '']) => tag)].sort(),
    ),
    classes: new Set([...madeByScripts.classes, ...classes].sort()),
    scopes: new Set((html.match(scope) ?? []).sort()),
  };
}

/** Letters beyond those of our languages, as in some names; only they need the second font. */
const farLetters = /[\u0100-\u0151\u0154-\u02bb\u1e00-\u1e9f\u1ef2-\u1eff]/;

function fontsFor(html: string, css: string): string {
  return farLetters.test(html) ? css : css.replace(/@font-face\s*\{[^}]*latin-ext[^}]*\}/g, '');
}

function isIn({ tags, classes, scopes }: PageWords, name: string): boolean {
  return tags.has(name) || classes.has(name) || scopes.has(name);
}

function propertiesIn(html: string): string {
  return [...new Set(html.match(/--[a-z][\w-]*/g) ?? [])].sort().join(' ');
}

/** The same page with `data-c0`, `data-c1` …, and without those that no style names. */
function shortScopes(html: string): string {
  const inStyles = new Set([...html.matchAll(style)].flatMap(([, css = '']) => css.match(scope) ?? []));
  const names = new Map([...inStyles].map((name, index) => [name, `data-c${index}`]));
  return html
    .replace(/ (data-astro-cid-\w+)(?:="true")?(?=[\s/>])/g, (_, name: string) =>
      names.has(name) ? ` ${names.get(name)}` : '',
    )
    .replace(scope, (name) => names.get(name) ?? name);
}
