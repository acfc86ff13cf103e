import { readFile } from 'node:fs/promises';
import { KnownNames } from './known-names.ts';
import { headOf, styleAt, stylesIn } from './page-head.ts';
import { type Mark, type PageScan, scanPage } from './page-scan.ts';
import {
  type LettersOfFont,
  lettersOfFonts,
  needsFont,
  sheetsOfScripts,
  usedProperties,
  usedRules,
} from './page-styles.ts';
import { propertiesIn, readSheet, type Sheet, writeSheet } from './sheet.ts';

/** Makes pages, in UTF-8, lighter without changing what anyone sees. */
export type SlimPage = (page: Buffer) => Buffer;

/** What scripts add to a page after it was built; a test looks into them for more. */
export const madeByScripts = {
  tags: 'a b button div li mark p small span table td th tr ul'.split(' '),
  classes: 'has-note muted note one-by-one small suggestions verdict visually-hidden'.split(' '),
} as const;

/** A style of a page, as a template brought it. */
interface Style {
  readonly sheet: Sheet;
  /** The custom properties that it names. */
  readonly properties: readonly number[];
}

/** The styles of the pages of a template. */
interface Styles {
  readonly all: readonly Style[];
  readonly names: KnownNames;
  /** For each of these names 1 where a page may have it, whatever it was made with. */
  readonly always: Uint8Array;
  /** The same for a page that brings a sheet of its own, which may use any property. */
  readonly withSheet: Uint8Array;
  readonly fonts: readonly LettersOfFont[];
  /** What has become of them, by what pages held of the names. */
  readonly slim: Map<string, Slim>;
}

/** What becomes of the styles of all pages that hold the same words of those that the styles name. */
interface Slim {
  readonly styles: readonly Buffer[];
  /** What stands in the place of the scopes that these name; others go. */
  readonly scopes: ReadonlyMap<number, Buffer>;
}

const scope = /data-astro-cid-\w+/g;

/** Pages of one template hold few sets of words, those with many kinds of blocks more: the first so many are kept. */
const mostKept = 500;

const none = Buffer.alloc(0);
const namesSheet = Buffer.from('rel="stylesheet"');
const waits = Buffer.from(' fetchpriority="low"');

/**
 * What takes from a page the styles it has no use for, and gives short names to the attributes that tie styles to their
 * components. Scripts wait for what is seen; what `linksFor` their addresses stands in the head. Styles come from few
 * templates: each is read once. `sheetOf` knows those of which a page bears the name alone.
 */
export async function slimmer(
  sheetOf = (css: string) => css,
  linksFor: (addresses: readonly string[]) => Uint8Array = () => none,
): Promise<SlimPage> {
  const ofScripts = (await Promise.all(sheetsOfScripts.map((file) => readFile(file, 'utf8')))).join('\n');
  const known = new Map<string, Styles>();
  const stylesOf = (texts: readonly string[]): Styles => {
    const key = texts.join('\n');
    const styles = known.get(key) ?? stylesFrom(texts.map(sheetOf), ofScripts);
    known.set(key, styles);
    return styles;
  };
  return (page) => {
    const head = headOf(page);
    const ranges = stylesIn(head);
    const styles = stylesOf(ranges.map((range) => styleAt(page, range)));
    const always = head.includes(namesSheet) ? styles.withSheet : styles.always;
    const scan = scanPage(page, ranges, styles.names, always);
    const slim = slimFor(styles, scan);
    const slimStyles = slim.styles.values();
    const links = linksFor(scan.marks.flatMap((mark) => (mark.kind === 'script' ? mark.address : [])));
    return rewritten(page, scan.marks, (mark) => {
      if (mark.kind === 'scope') return slim.scopes.get(mark.place) ?? none;
      if (mark.kind === 'style') return slimStyles.next().value ?? none;
      return mark.kind === 'script' ? waits : links;
    });
  };
}

function stylesFrom(texts: readonly string[], ofScripts: string): Styles {
  const names = new KnownNames();
  const all = texts.map((css) => ({ sheet: readSheet(css, names), properties: propertiesIn(css, names) }));
  const always = [
    ...madeByScripts.tags.map((name) => names.add('tag', name)),
    ...madeByScripts.classes.map((name) => names.add('class', name)),
    ...propertiesIn(ofScripts, names),
  ];
  const properties = all.flatMap((style) => style.properties);
  return {
    all,
    names,
    always: placesOf(names, always),
    withSheet: placesOf(names, [...always, ...properties]),
    fonts: all.flatMap(({ sheet }) => lettersOfFonts(sheet)),
    slim: new Map(),
  };
}

function placesOf(names: KnownNames, places: readonly number[]): Uint8Array {
  const found = new Uint8Array(names.size);
  for (const place of places) found[place] = 1;
  return found;
}

function slimFor(styles: Styles, page: PageScan): Slim {
  const fonts = styles.fonts.map((letters) => Number(needsFont(page, letters)));
  const key = Buffer.concat([page.found, Uint8Array.from(fonts)]).toString('latin1');
  const slim = styles.slim.get(key) ?? slimStyles(styles, page);
  if (styles.slim.size < mostKept) styles.slim.set(key, slim);
  return slim;
}

function slimStyles({ all, names }: Styles, page: PageScan): Slim {
  const found = [...page.found.keys()].filter((place) => page.found[place] === 1);
  const short = new Map<string, string>();
  const shortOf = (name: string): string => {
    const known = short.get(name) ?? `data-c${short.size}`;
    short.set(name, known);
    return known;
  };
  const styles = all.map((style) => {
    const others = all.filter((other) => other !== style).flatMap(({ properties }) => properties);
    const css = writeSheet(usedProperties(usedRules(style.sheet, page), [...found, ...others]));
    return Buffer.from(`<style>${css.replace(scope, shortOf)}</style>`);
  });
  return {
    styles,
    scopes: new Map([...short].map(([name, given]) => [names.add('scope', name), Buffer.from(` ${given}`)])),
  };
}

/** The page with what stands at its marks now. */
function rewritten(page: Buffer, marks: readonly Mark[], textAt: (mark: Mark) => Uint8Array): Buffer {
  const texts = marks.map(textAt);
  const length = marks.reduce(
    (sum, { from, to }, one) => sum + (texts[one]?.length ?? 0) - (to - from),
    page.length,
  );
  const written = Buffer.allocUnsafe(length);
  let [at, read] = [0, 0];
  marks.forEach(({ from, to }, one) => {
    at += page.copy(written, at, read, from);
    written.set(texts[one] ?? none, at);
    at += texts[one]?.length ?? 0;
    read = to;
  });
  page.copy(written, at, read);
  return written;
}
