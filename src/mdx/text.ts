import type { Block } from '../schema/blocks.ts';
import { changedWords } from './body/fields.ts';
import { type BlockSegment, type BodyOptions, parseBody, type Segment } from './body.ts';

/** The words a reader sees in `source`, blocks included, on one line: for the search. */
export function textOf(source: string, options: BodyOptions): string {
  return textOfSegments(parseBody(source, options).segments, options.blocks);
}

/** As `textOf`, of a body that has been parsed. */
export function textOfSegments(segments: readonly Segment[], blocks: BodyOptions['blocks']): string {
  return segments
    .map((segment) => segmentText(segment, blocks))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function segmentText(segment: Segment, blocks: BodyOptions['blocks']): string {
  if (segment.kind === 'html') return htmlText(segment.html);
  if (segment.kind === 'image') return ` ${segment.alt} `;
  const inner = segment.children.map((child) => segmentText(child, blocks)).join('');
  const block = blocks[segment.name];
  if (block?.children === 'inline') return inner;
  return ` ${fieldTexts(segment.fields, block, blocks).join(' ')} ${inner} `;
}

function fieldTexts(
  fields: BlockSegment['fields'],
  block: Block | undefined,
  blocks: BodyOptions['blocks'],
): string[] {
  const texts: string[] = [];
  if (!block) return texts;
  changedWords(block.fields, fields, (value, isProse) => {
    texts.push(isProse ? textOfSegments(value as Segment[], blocks) : String(value));
    return value;
  });
  return texts;
}

const inlineTags = /<\/?(?:a|abbr|bdi|cite|code|del|em|kbd|mark|q|small|span|strong|sub|sup|wbr)\b[^>]*>/g;

/** Signs that say something to the eye only. */
const signs = /<(a|span) [^>]*class="(?:footnote-back|task-state)"[^>]*>.*?<\/\1>/g;

/** The words in HTML that this room has written: every other `<` in it is escaped. */
function htmlText(html: string): string {
  return html
    .replace(signs, '')
    .replace(inlineTags, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
