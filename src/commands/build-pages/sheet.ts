import postcss, { type AtRule, type ChildNode, type Container, type Rule } from 'postcss';
import type { KnownNames } from './known-names.ts';

/** What a page must have for a selector to match an element of it, as far as its names tell. */
export interface Selector {
  readonly text: string;
  /** The places of the tags, classes and scopes that it names. */
  readonly needs: readonly number[];
}

/** A declaration, a comment, a rule or an at-rule. */
export interface Part {
  /** The space before it. */
  readonly before: string;
  /** The whole of it; of what has a block, all that stands before the brace. */
  readonly text: string;
  readonly isComment?: boolean;
  /** Of a rule whose selectors are judged. */
  readonly selectors?: readonly Selector[];
  /** What stands in the block, where something of it may go. */
  readonly parts?: readonly Part[];
  /** The block as it is written, where all of it stays or goes. */
  readonly block?: string;
  /** The space before the closing brace, and whether a semicolon stands there. */
  readonly end?: { readonly semicolon: boolean; readonly space: string };
  /** The place of the custom property that it defines. */
  readonly property?: number;
  /** The places of the custom properties that its value names. */
  readonly uses?: readonly number[];
  /** Of `unicode-range`: the letters, by their numbers. */
  readonly ranges?: readonly (readonly [first: number, last: number])[];
}

/** A style sheet, read once, of which each page takes what it uses. */
export type Sheet = Required<Pick<Part, 'before' | 'parts' | 'end'>>;

/** Reads a sheet, whose names are among `names` from then on. Throws postcss’s error for what is none. */
export function readSheet(css: string, names: KnownNames): Sheet {
  const root = postcss.parse(css);
  return {
    before: root.first?.raws.before ?? '',
    parts: (root.nodes ?? []).map((node) => partOf(node, names)),
    end: endOf(root),
  };
}

/** The text of a sheet: what was read, as it stood there. */
export function writeSheet({ before, parts, end }: Sheet): string {
  const [first, ...others] = parts;
  return first ? writeParts([{ ...first, before }, ...others], end) : end.space;
}

/** The sheet with what `judge` makes of each part, from the outside inwards; blocks that are then empty go with it. */
export function changeSheet(sheet: Sheet, judge: (part: Part) => Part | undefined): Sheet {
  return { ...sheet, parts: changeParts(sheet.parts, judge) };
}

function changeParts(parts: readonly Part[], judge: (part: Part) => Part | undefined): readonly Part[] {
  const changed: Part[] = [];
  let isChanged = false;
  for (const part of parts) {
    const judged = judge(part);
    const within = judged?.parts && changeParts(judged.parts, judge);
    const kept = within === judged?.parts ? judged : ({ ...judged, parts: within } as Part);
    if (kept !== part) isChanged = true;
    if (kept && within?.length !== 0) changed.push(kept);
    else isChanged = true;
  }
  return isChanged ? changed : parts;
}

/** The places of the custom properties that a text names. */
export function propertiesIn(text: string, names: KnownNames): number[] {
  return [...new Set(text.match(/--[a-z][\w-]*/g))].map((name) => names.add('property', name));
}

function writeParts(parts: readonly Part[], { semicolon, space }: NonNullable<Part['end']>): string {
  let last = parts.length - 1;
  while (last > 0 && parts[last]?.isComment) last -= 1;
  let text = '';
  for (const [index, part] of parts.entries()) {
    text += part.before + part.text;
    if (part.block !== undefined) text += part.block;
    else if (part.parts && part.end) text += `{${writeParts(part.parts, part.end)}}`;
    else if (!part.isComment && (index !== last || semicolon)) text += ';';
  }
  return text + space;
}

function partOf(node: ChildNode, names: KnownNames): Part {
  const before = node.raws.before ?? '';
  if (node.type === 'comment') return { before, text: node.toString(), isComment: true };
  if (node.type === 'decl') {
    const { prop, value } = node;
    const uses = propertiesIn(value, names);
    return {
      before,
      text: node.toString(),
      ...(prop.startsWith('--') && { property: names.add('property', prop) }),
      ...(prop === 'unicode-range' && { ranges: rangesIn(value) }),
      uses,
    };
  }
  if (!node.nodes) return { before, text: node.toString() };
  return {
    before,
    text: startOf(node) + (node.raws.between ?? ''),
    ...(node.type === 'rule' &&
      !isFrame(node) && {
        selectors: node.selectors.map((selector) => selectorOf(selector, names)),
      }),
    ...blockOf(
      node.nodes.map((one) => partOf(one, names)),
      endOf(node),
    ),
  };
}

/** A block of nothing but declarations that stay is one text: most are, and each page goes through all of them. */
function blockOf(parts: readonly Part[], end: NonNullable<Part['end']>): Partial<Part> {
  const isWhole = parts.length > 0 && parts.every((part) => !part.parts && !part.block && !mayGo(part));
  if (!isWhole) return { parts, end };
  return { block: `{${writeParts(parts, end)}}`, uses: [...new Set(parts.flatMap(({ uses = [] }) => uses))] };
}

function mayGo({ property, ranges }: Part): boolean {
  return property !== undefined || ranges !== undefined;
}

/** `U+26`, `U+2??`, `U+0-7F`: https://www.w3.org/TR/css-fonts-4/#unicode-range-desc */
function rangesIn(value: string): NonNullable<Part['ranges']> {
  return [...value.matchAll(/U\+([\dA-F?]+)(?:-([\dA-F]+))?/gi)].map(([, first = '', last = first]) => [
    Number.parseInt(first.replaceAll('?', '0'), 16),
    Number.parseInt(last.replaceAll('?', 'F'), 16),
  ]);
}

function startOf(node: AtRule | Rule): string {
  if (node.type === 'rule') return node.raws.selector?.raw ?? node.selector;
  const words = node.raws.params?.raw ?? node.params;
  return `@${node.name}${node.raws.afterName ?? (words ? ' ' : '')}${words}`;
}

function endOf({ raws }: Container): NonNullable<Part['end']> {
  return { semicolon: raws['semicolon'] === true, space: String(raws['after'] ?? '') };
}

/** What stands in `:is()`, `:not()` and `:has()` is not judged. */
function selectorOf(text: string, names: KnownNames): Selector {
  const bare = text.replace(/:[\w-]+\((?:[^()]|\([^()]*\))*\)/g, '').replace(/::?[\w-]+/g, '');
  const outside = bare.replace(/\[[^\]]*\]/g, '');
  const classes = [...outside.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => names.add('class', name));
  const tags = (outside.match(/(?<![\w.#-])[a-z][\w-]*/g) ?? []).map((name) => names.add('tag', name));
  const scopes = (bare.match(/data-astro-cid-\w+/g) ?? []).map((name) => names.add('scope', name));
  return { text, needs: [...classes, ...tags, ...scopes] };
}

function isFrame({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes');
}
