import type { Nodes } from 'hast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import { mdxMd } from 'micromark-extension-mdx-md';

/**
 * The tree of a healed text, in place of satteri, whose compiler does not run in a browser: healed texts hold neither
 * expressions nor code. Bodies are checked with it; pages are made by satteri alone.
 */
export function mdxToHast(text: string): Nodes {
  const markdown = fromMarkdown(text, {
    extensions: [gfm(), mdxMd(), mdxJsx()],
    mdastExtensions: [gfmFromMarkdown(), mdxJsxFromMarkdown()],
  });
  const tree = toHast(markdown, { passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'] });
  return placed(tree, tree.position);
}

/** An address that was recognised in a text stands, for all that is known, where the text does. */
function placed(node: Nodes, around: Nodes['position']): Nodes {
  if (!node.position && around) node.position = around;
  if ('children' in node) for (const child of node.children) placed(child, node.position);
  return node;
}
