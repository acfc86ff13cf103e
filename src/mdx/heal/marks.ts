import { fenceAt } from './fences.ts';
import { indentOf, isBlank, isListItem, isPlain, isQuoted, type Line, quotedFrom } from './lines.ts';
import { isVoid, type Tag, tagAt } from './tags.ts';

/** What begins at a line and lasts until before the line `to`. */
export type Mark =
  | { readonly kind: 'code' | 'quote'; readonly to: number }
  | { readonly kind: 'dead'; readonly to: number; readonly mark: number }
  | { readonly kind: 'comment'; readonly to: number; readonly start: number; readonly end: number }
  | { readonly kind: 'tag'; readonly to: number; readonly tag: Tag };

/** A tag on a line of its own that waits for its partner. */
interface OpenTag {
  readonly index: number;
  readonly mark: Mark & { kind: 'tag' };
  readonly indent: number;
  /** A line that is indented less ends what the tag stands in. */
  readonly required: number;
}

const deepestQuote = 40;

/** What begins at which of `lines`. Tags that have no partner at the same indentation are not in it. */
export function marksOf(lines: readonly Line[], depth: number): Map<number, Mark> {
  const marks = new Map<number, Mark>();
  let open: OpenTag[] = [];
  let required = 0;
  let listIsOpen = false;
  let afterBlank = true;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as Line;
    if (isBlank(line)) {
      afterBlank = true;
      index += 1;
      continue;
    }
    const indent = indentOf(line);
    if (isListItem(line) || /^[ \t]*\[\^/.test(line.text)) listIsOpen = true;
    else if (afterBlank && indent === 0) listIsOpen = false;
    if (indent < required) open = open.filter((tag) => indent >= tag.required);
    required = Math.min(required, indent);
    const mark = markAt(lines, index, depth, listIsOpen);
    if (mark?.kind !== 'tag' || mark.tag.kind === 'alone') {
      if (mark) marks.set(index, mark);
    } else if (mark.tag.kind === 'open') {
      if (listIsOpen) required = indent;
      open.push({ index, mark, indent, required: listIsOpen ? indent : 0 });
    } else {
      const partner = open.findLastIndex(
        (tag) => tag.mark.tag.name === mark.tag.name && tag.indent === indent,
      );
      const opening = open[partner];
      if (opening) {
        marks.set(opening.index, opening.mark).set(index, mark);
        open = open.slice(0, partner);
      }
    }
    afterBlank = mark !== undefined && mark.kind !== 'dead';
    index = mark?.to ?? index + 1;
  }
  return marks;
}

function markAt(lines: readonly Line[], index: number, depth: number, listIsOpen: boolean): Mark | undefined {
  const line = lines[index] as Line;
  if (isQuoted(line) && depth < deepestQuote) return { kind: 'quote', to: index + quotedFrom(lines, index) };
  const fence = fenceAt(lines, index, listIsOpen);
  if (fence?.kind === 'code') return fence;
  if (fence) return { ...fence, to: index + 1 };
  if (/^[ \t]*<!--/.test(line.text)) return commentAt(lines, index);
  return tagMarkAt(lines, index, listIsOpen);
}

function commentAt(lines: readonly Line[], index: number): Mark | undefined {
  const line = lines[index] as Line;
  const opening = line.text.indexOf('<!--');
  for (let last = index; last < lines.length; last += 1) {
    const { at, text } = lines[last] as Line;
    const closing = text.indexOf('-->', last === index ? opening + 4 : 0);
    if (closing < 0) continue;
    return { kind: 'comment', to: last + 1, start: line.at + opening, end: at + closing + 3 };
  }
  return undefined;
}

/** A tag with nothing else on its lines. Several lines are taken where nothing can end them: outside lists and quotations. */
function tagMarkAt(lines: readonly Line[], index: number, listIsOpen: boolean): Mark | undefined {
  const line = lines[index] as Line;
  const start = line.text.search(/[^ \t]/);
  if (!/^<\/?[A-Za-z]/.test(line.text.slice(start, start + 3))) return undefined;
  let text = line.text;
  for (let to = index + 1; to <= index + 40; to += 1) {
    const tag = tagAt(text, start);
    if (tag) {
      if (/[^ \t]/.test(text.slice(tag.end))) return undefined;
      return tag.kind === 'open' && isVoid(tag.name) ? undefined : { kind: 'tag', to, tag };
    }
    const next = lines[to];
    if (!next || isBlank(next) || listIsOpen || line.prefix || !isPlain(next)) return undefined;
    text += `\n${next.text}`;
  }
  return undefined;
}
