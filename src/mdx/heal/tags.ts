/** A complete tag: `<Name a="b">`, `</Name>`, `<Name />`. */
export interface Tag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'alone';
  readonly start: number;
  readonly end: number;
}

const tag =
  /<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:[ \t\n]+[A-Za-z_][\w-]*(?::[A-Za-z_][\w-]*)?(?:=(?:"[^"]*"|'[^']*'))?)*)[ \t\n]*(\/?)>/y;

const blankLine = /\n[ \t]*\n/;

/**
 * The tag that begins at `start`. Names, attributes with quoted values and attributes alone make a tag; anything else
 * that begins with `<` is text: braces, values without quotes, names with dots, blank lines.
 */
export function tagAt(text: string, start: number): Tag | undefined {
  tag.lastIndex = start;
  const match = tag.exec(text);
  if (!match) return undefined;
  const [whole, slash, name = '', attributes = '', end] = match;
  if (slash && (end || attributes)) return undefined;
  if (blankLine.test(whole)) return undefined;
  const kind = slash ? 'close' : end ? 'alone' : 'open';
  return { name, kind, start, end: start + whole.length };
}

const voidNames = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** True for HTML elements that never have an end tag. */
export function isVoid(name: string): boolean {
  return voidNames.has(name);
}
