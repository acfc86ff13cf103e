import { mdxToHast } from 'satteri';
import type { Segment } from '../body.ts';
import { heal } from '../heal.ts';
import { checkHeadings, topLevelOf } from './headings.ts';
import type { Findings, Node, Place, Walk } from './walk.ts';
import { writeNodes } from './write-nodes.ts';
import { segmentWriter } from './writer.ts';

/** The segments of a healed text. */
export function readSegments(text: string, walk: Findings): readonly Segment[] {
  const root = treeOf(text, walk);
  const topLevel = topLevelOf(root);
  checkHeadings(root, topLevel, (offset, params) => {
    walk.mistake(walk.place(offset), 'mistakes.mdx.headingJump', params);
  });
  const writer = segmentWriter();
  const shift = (walk.baseLevel ?? 2) - topLevel;
  const nodes = root.children ?? [];
  writeNodes(nodes, { ...walk, shift, write: writeNodes, readField }, writer, { phrasing: false });
  return writer.segments();
}

/** The segments of Markdown in a block's field. Its headings are not the body's, and its mistakes are at the field's place. */
function readField(source: string, walk: Walk, place: () => Place, id: string): readonly Segment[] {
  return readSegments(heal(source).text, { ...walk, headings: [], place, notePrefix: `${id}-` });
}

function treeOf(text: string, walk: Findings): Node {
  try {
    return mdxToHast(text, {
      features: { frontmatter: false, gfm: { footnotes: footnotesOf(text, walk) } },
    }) as Node;
  } catch {
    walk.mistake(walk.place(0), 'mistakes.mdx.unreadable');
    return { type: 'root', children: [] };
  }
}

function footnotesOf(text: string, { strings, notePrefix }: Findings) {
  if (!text.includes('[^')) return true;
  const { t } = strings();
  const backLabel = t('mdx.backToText', { n: '{reference}' });
  return { label: t('mdx.footnotes'), backLabel, clobberPrefix: notePrefix };
}
