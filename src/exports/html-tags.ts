/** By name; an attribute without a value is undefined. */
export type Attributes = ReadonlyMap<string, string | undefined>;

/** A tag of HTML as this site writes it, with its attributes as they stand in the page: entities are not read. */
export interface HtmlTag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: Attributes;
  /** The text of a script or a style sheet, with which the tag ends; undefined for others. */
  readonly content?: string;
}

const attribute = /([^\s=>"'/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;
const list = String.raw`((?:\s+[^\s=>"'/]+(?:=(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?`;
const tags = new RegExp(
  String.raw`<!--[\s\S]*?-->|<(script|style)${list}>([\s\S]*?)<\/\1>|<(\/?)([a-z][\w-]*)${list}>`,
  'gi',
);

/** `html` with each tag replaced by what `rewrite` makes of it; where that is undefined, the tag stays as it is. */
export function rewriteTags(html: string, rewrite: (tag: HtmlTag) => string | undefined): string {
  return html.replace(
    tags,
    (
      whole: string,
      element: string | undefined,
      elementAttributes: string | undefined,
      content: string | undefined,
      slash: string | undefined,
      name: string | undefined,
      attributes: string | undefined,
    ) => {
      if (element && content !== undefined)
        return (
          rewrite({ name: element, isEnd: false, attributes: read(elementAttributes), content }) ?? whole
        );
      if (!name) return whole;
      return rewrite({ name, isEnd: slash === '/', attributes: read(attributes) }) ?? whole;
    },
  );
}

/** The start tag of an element with these attributes. */
export function startTag(name: string, attributes: Attributes): string {
  const written = [...attributes].map(([key, value]) =>
    value === undefined ? ` ${key}` : ` ${key}="${value.replaceAll('"', '&quot;')}"`,
  );
  return `<${name}${written.join('')}>`;
}

function read(attributes = ''): Attributes {
  return new Map(
    [...attributes.matchAll(attribute)].map(([, key = '', double, single, plain]) => [
      key,
      double ?? single ?? plain,
    ]),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An attribute’s value with its entities read: those that this site writes. */
export function textOfAttribute(value: string): string {
  return value.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) =>
    code ? String.fromCodePoint(Number(code)) : (entities[name ?? ''] ?? whole),
  );
}
