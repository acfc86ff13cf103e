import { type Node, placeOf, type Surroundings, type Walk } from './walk.ts';
import type { SegmentWriter } from './writer.ts';
import { escapeAttribute } from './writer.ts';

/** The HTML elements that may be written as tags: what Markdown has no sign for and what can do no harm. */
export const allowedElements: ReadonlySet<string> = new Set([
  'br',
  'wbr',
  'sub',
  'sup',
  'abbr',
  'kbd',
  'mark',
  'q',
  'cite',
  'small',
  'bdi',
  'span',
]);

const allowedAttributes: ReadonlySet<string> = new Set(['title', 'lang', 'dir']);

/** An HTML element that was written as a tag. */
export function writeInlineTag(node: Node, walk: Walk, writer: SegmentWriter, around: Surroundings): void {
  const name = node.name ?? '';
  const place = placeOf(node, walk);
  if (!allowedElements.has(name)) {
    walk.mistake(place, 'mistakes.mdx.element', { name, names: [...allowedElements].join(', ') });
    walk.write(node.children ?? [], walk, writer, around);
    return;
  }
  let attributes = '';
  for (const { type, name: attribute, value } of node.attributes ?? []) {
    if (type === 'mdxJsxAttribute' && allowedAttributes.has(attribute) && typeof value === 'string') {
      attributes += ` ${attribute}="${escapeAttribute(value)}"`;
    } else {
      walk.mistake(place, 'mistakes.mdx.attribute', {
        name,
        attribute,
        names: [...allowedAttributes].join(', '),
      });
    }
  }
  if (name === 'br' || name === 'wbr') {
    writer.html(`<${name}>`);
    return;
  }
  const isAlone = !around.phrasing && node.type === 'mdxJsxFlowElement';
  writer.html(`${isAlone ? '<p>' : ''}<${name}${attributes}>`);
  walk.write(node.children ?? [], walk, writer, {
    ...around,
    phrasing: true,
    code: around.code || name === 'kbd',
  });
  writer.html(`</${name}>${isAlone ? '</p>' : ''}`);
}
