import { readYaml } from '../mdx/body/yaml.ts';
import { type Block, blocks } from '../schema/blocks.ts';
import { checkFields, type FieldMistake } from '../schema/mistakes.ts';
import { attributesIn } from './blocks.ts';

/** A block with something to mend; the path is from its fields. */
export interface BlockMistake extends FieldMistake {
  readonly block: string;
}

/**
 * What must be mended in the blocks of a body. A browser has no compiler of MDX: links, headings and unknown tags are
 * checked where the entry is published.
 */
export function blockMistakes(body: string): BlockMistake[] {
  const found: BlockMistake[] = [];
  const text = body.replace(
    /^(`{3,}|~{3,})([^\n]*)\n(?:([\s\S]*?)\n)?\1[ \t]*$/gm,
    (_all, _mark, word, yaml = '') => {
      const name = Object.keys(blocks).find((each) => each.toLowerCase() === word.trim().toLowerCase());
      if (name) found.push(...mistakesOfFence(name, yaml));
      return '';
    },
  );
  for (const [, name = '', written = '', closed, inner = ''] of text.matchAll(tags)) {
    const block = blockNamed(name);
    if (block?.form !== 'element') continue;
    found.push(...mistakesOf(name, block, attributesIn(written)));
    const hasText = !closed && inner.trim() !== '';
    if (block.children !== 'none' && !hasText)
      found.push({ block: name, path: ['children'], key: 'mistakes.mdx.text', params: { name } });
  }
  return found;
}

/** With the text up to the next end of the same tag: blocks don’t stand in themselves. */
const tags = /<([A-Z][A-Za-z]*)((?:\s+[A-Za-z]+(?:="[^"]*")?)*)\s*(?:(\/)>|>(?=([\s\S]*?)<\/\1>))/g;

function blockNamed(name: string): Block | undefined {
  return Object.hasOwn(blocks, name) ? blocks[name as keyof typeof blocks] : undefined;
}

function mistakesOfFence(name: string, source: string): BlockMistake[] {
  const block = blockNamed(name);
  if (block?.form !== 'fence') return [];
  const { value, mistake } = readYaml(source);
  if (!mistake) return mistakesOf(name, block, value);
  return [{ block: name, path: [], key: 'mistakes.mdx.yaml', params: { name, reason: mistake.reason } }];
}

function mistakesOf(name: string, block: Block, fields: unknown): BlockMistake[] {
  const checked = checkFields(block.fields, fields);
  const mistakes = checked.value ? (block.rules?.(checked.value) ?? []) : checked.mistakes;
  return mistakes.map((mistake) => ({ ...mistake, block: name }));
}
