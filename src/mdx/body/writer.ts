import type { BlockSegment, ImageSegment, Segment } from '../body.ts';

export interface SegmentWriter {
  html(html: string): void;
  segment(segment: BlockSegment | ImageSegment): void;
  segments(): readonly Segment[];
}

/** Collects a body: neighbouring HTML becomes one segment. */
export function segmentWriter(): SegmentWriter {
  const segments: Segment[] = [];
  let buffer = '';
  const flush = () => {
    if (buffer.trim() !== '' || (buffer !== '' && segments.length > 0))
      segments.push({ kind: 'html', html: buffer });
    buffer = '';
  };
  return {
    html: (html) => {
      buffer += html;
    },
    segment: (segment) => {
      flush();
      segments.push(segment);
    },
    segments: () => {
      flush();
      return segments;
    },
  };
}

export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text;
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;');
}
