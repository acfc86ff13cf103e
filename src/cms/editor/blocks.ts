import { type Block, type BlockName, blocks } from '../../schema/blocks.ts';
import { blockPreview } from '../block-preview.ts';
import { type BlockValues, writtenBlock } from '../blocks.ts';
import { type EditorField, editorFields } from '../fields.ts';
import type { EditorWords } from '../words.ts';
import { createElement } from './decap.ts';
import { askInline } from './inline-form.ts';
import { CMS } from './registry.ts';

/** Lets editors insert each block and fill it in by a form; made from the same schema as the build’s check. */
export function registerBlocks(words: EditorWords): void {
  for (const name of Object.keys(blocks) as BlockName[]) {
    const block: Block = blocks[name];
    const { pattern, read, write } = writtenBlock(name);
    const label = words.t(`cms.block.${name}`);
    const fields = [...editorFields(block.fields, [name], words), ...childrenOf(name, block, words)];
    CMS.registerEditorComponent({
      id: name,
      label,
      pattern,
      fields,
      collapsed: false,
      fromBlock: read,
      toBlock: write,
      toPreview: (values: BlockValues) => blockPreview(name, values, words),
      ...(block.children === 'inline' && inSentence(name, label, fields, words)),
    });
  }
}

/** Decap shows a form for blocks that stand alone, none for those in a sentence; and there it takes HTML for text. */
function inSentence(name: BlockName, label: string, fields: readonly EditorField[], words: EditorWords) {
  return {
    type: 'inline' as const,
    onInsert: ({ selectedText }: { selectedText: string }) =>
      askInline(label, fields, { children: selectedText }, words),
    onEdit: ({ data }: { data: BlockValues }) => askInline(label, fields, data, words),
    toPreview: (values: BlockValues) =>
      createElement('span', { dangerouslySetInnerHTML: { __html: blockPreview(name, values, words) } }),
  };
}

function childrenOf(name: string, { children }: Block, words: EditorWords) {
  if (children === 'none') return [];
  const widget = children === 'inline' ? 'string' : 'text';
  return [{ name: 'children', label: words.label([name, 'children']), widget, required: true }];
}
