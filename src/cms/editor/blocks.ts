import { type Block, type BlockName, blocks } from '../../schema/blocks.ts';
import { blockPreview } from '../block-preview.ts';
import { type BlockValues, writtenBlock } from '../blocks.ts';
import { editorFields } from '../fields.ts';
import type { EditorWords } from '../words.ts';
import { CMS } from './registry.ts';

/** Lets editors insert each block and fill it in by a form; made from the same schema as the build’s check. */
export function registerBlocks(words: EditorWords): void {
  for (const name of Object.keys(blocks) as BlockName[]) {
    const block: Block = blocks[name];
    const { pattern, read, write } = writtenBlock(name);
    const label = words.t(`cms.block.${name}`);
    CMS.registerEditorComponent({
      id: name,
      label,
      pattern,
      fields: [...editorFields(block.fields, [name], words), ...childrenOf(name, block, words)],
      ...(block.children === 'inline' && { type: 'inline' }),
      collapsed: false,
      fromBlock: read,
      toBlock: write,
      toPreview: (values: BlockValues) => blockPreview(name, values, words),
    });
  }
}

function childrenOf(name: string, { children }: Block, words: EditorWords) {
  if (children === 'none') return [];
  const widget = children === 'inline' ? 'string' : 'text';
  return [{ name: 'children', label: words.label([name, 'children']), widget, required: true }];
}
