import type { Block } from '../../schema/blocks.ts';
import { checkFields, fieldName } from '../../schema/mistakes.ts';
import { yamlLineOf } from '../yaml-line.ts';
import { compiledFields, titleIn } from './fields.ts';
import {
  type Node,
  type Place,
  type PlaceOfField,
  placeOf,
  type Surroundings,
  type Walk,
  wordsIn,
} from './walk.ts';
import { type SegmentWriter, segmentWriter } from './writer.ts';
import { readYaml } from './yaml.ts';

/** A block that was written as a tag. What is wrong with it is told, and its text is kept. */
export function writeBlock(node: Node, walk: Walk, writer: SegmentWriter, around: Surroundings): void {
  const name = node.name ?? '';
  const place = placeOf(node, walk);
  const block = walk.blocks[name];
  const mistake = mistakeOfTag(name, block, node, walk, around);
  if (mistake) walk.mistake(place, mistake.key, mistake.params);
  const value = block?.form === 'element' ? attributesOf(node) : undefined;
  const at = () => place;
  const fields = block && value && checkedFields(name, block, value, place, at, walk);
  if (!block || !fields || mistake) {
    walk.write(node.children ?? [], walk, writer, around);
    return;
  }
  const id = idOf(name, block, fields, walk);
  const inner = segmentWriter();
  const isSentence = block.children === 'inline' || (node.children ?? []).some(isWords);
  const needsParagraph = block.children === 'prose' && isSentence;
  if (needsParagraph) inner.html('<p>');
  walk.write(block.children === 'inline' ? sentenceOf(node) : (node.children ?? []), walk, inner, {
    phrasing: isSentence,
  });
  if (needsParagraph) inner.html('</p>');
  const isAlone = block.children === 'inline' && !around.phrasing;
  if (isAlone) writer.html('<p>');
  writer.segment({
    kind: 'block',
    name,
    id,
    fields: compiledFields(block.fields, fields, id, at, walk),
    children: inner.segments(),
  });
  if (isAlone) writer.html('</p>');
}

/** Fenced code that is named after a block is that block; false for other code. */
export function writeFence(pre: Node, walk: Walk, writer: SegmentWriter): boolean {
  const [code] = pre.children ?? [];
  const [language] = ([] as unknown[]).concat(code?.properties?.className ?? []).map(String);
  const fenceName = language?.replace(/^language-/, '').toLowerCase();
  const name = fenceName && Object.keys(walk.blocks).find((each) => each.toLowerCase() === fenceName);
  const block = name ? walk.blocks[name] : undefined;
  if (!name || !block || !code) return false;
  const place = placeOf(pre, walk);
  if (block.form !== 'fence') {
    walk.mistake(place, 'mistakes.mdx.asElement', { name });
    return true;
  }
  const source = wordsIn(code);
  const yaml = readYaml(source);
  if (yaml.mistake) {
    const { line, reason } = yaml.mistake;
    walk.mistake({ line: place.line + line, column: 1 }, 'mistakes.mdx.yaml', { name, reason });
    return true;
  }
  const at: PlaceOfField = (path) => {
    const line = yamlLineOf(source, path);
    return line ? { line: place.line + line, column: 1 } : place;
  };
  const fields = checkedFields(name, block, yaml.value, place, at, walk);
  if (!fields) return true;
  const id = idOf(name, block, fields, walk);
  writer.segment({
    kind: 'block',
    name,
    id,
    fields: compiledFields(block.fields, fields, id, at, walk),
    children: [],
  });
  return true;
}

function mistakeOfTag(name: string, block: Block | undefined, node: Node, walk: Walk, around: Surroundings) {
  if (!block)
    return { key: 'mistakes.mdx.unknownBlock', params: { name, names: Object.keys(walk.blocks).join(', ') } };
  if (block.form === 'fence')
    return { key: 'mistakes.mdx.asFence', params: { name, fence: name.toLowerCase() } };
  if (block.children !== 'inline' && around.phrasing)
    return { key: 'mistakes.mdx.ownLines', params: { name } };
  const hasText = (node.children ?? []).some((child) => child.type !== 'text' || isWords(child));
  if (block.children === 'none' && hasText) return { key: 'mistakes.mdx.noText', params: { name } };
  if (block.children !== 'none' && !hasText) return { key: 'mistakes.mdx.text', params: { name } };
  return undefined;
}

function isWords({ type, value = '', tagName = '' }: Node): boolean {
  if (type === 'text') return value.trim() !== '';
  return (
    type === 'mdxJsxTextElement' || ['a', 'em', 'strong', 'del', 'code', 'img', 'br', 'sup'].includes(tagName)
  );
}

/** What stands in a node, without the paragraph that a line of its own makes. */
function sentenceOf(node: Node): readonly Node[] {
  return (node.children ?? []).flatMap((child) => (child.tagName === 'p' ? (child.children ?? []) : [child]));
}

/** An attribute without a value says yes. */
function attributesOf(node: Node): Record<string, unknown> {
  return Object.fromEntries((node.attributes ?? []).map(({ name, value }) => [name, value ?? 'yes']));
}

/** The fields of a block that begins at `place`; what is wrong with one is told at its own place. */
function checkedFields(
  name: string,
  block: Block,
  value: unknown,
  place: Place,
  at: PlaceOfField,
  walk: Walk,
) {
  const checked = checkFields(block.fields, value);
  const mistakes = checked.value ? (block.rules?.(checked.value) ?? []) : checked.mistakes;
  for (const { path, key, params } of mistakes) {
    walk.mistake(at(path), key, { ...params }, ['body', name, fieldName(path)].filter(Boolean).join('.'));
  }
  if (!checked.value || mistakes.length > 0) return undefined;
  walk.foundBlocks.push({ name, value: checked.value, ...place });
  return checked.value;
}

function idOf(name: string, block: Block, fields: Record<string, unknown>, { anchors }: Walk): string {
  const kind = name.toLowerCase();
  const title = titleIn(block.fields, fields);
  return anchors.give(title ? `${kind}-${title}`.slice(0, 50) : kind, kind);
}
