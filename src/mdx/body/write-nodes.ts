import { typography } from '../typography.ts';
import { writeBlock, writeFence } from './blocks.ts';
import { writeElement } from './elements.ts';
import { allowedElements, writeInlineTag } from './inline-tags.ts';
import type { Node, Surroundings, Walk } from './walk.ts';
import { escapeText, type SegmentWriter } from './writer.ts';

export function writeNodes(
  nodes: readonly Node[],
  walk: Walk,
  writer: SegmentWriter,
  around: Surroundings,
): void {
  for (const node of nodes) writeNode(node, walk, writer, around);
}

function writeNode(node: Node, walk: Walk, writer: SegmentWriter, around: Surroundings): void {
  if (node.type === 'text') {
    const text = node.value ?? '';
    writer.html(escapeText(around.code ? text : typography(text, walk.locale)));
  } else if (node.type === 'element') {
    if (node.tagName !== 'pre' || !writeFence(node, walk, writer)) writeElement(node, walk, writer, around);
  } else if (node.type.startsWith('mdxJsx')) {
    if (/^[a-z]/.test(node.name ?? '') || allowedElements.has(node.name ?? ''))
      writeInlineTag(node, walk, writer, around);
    else writeBlock(node, walk, writer, around);
  } else writer.html(escapeText(node.value ?? ''));
}
