import { isBlank, isPlain, type Line, unquoted } from './lines.ts';
import { type Mark, marksOf } from './marks.ts';

/** A text as heal sees it: code, a block's tag on lines of its own, a comment, a quotation, or text. */
export type Piece =
  | { readonly kind: 'code'; readonly lines: readonly Line[] }
  | { readonly kind: 'tag'; readonly line: Line; readonly needsSpace: boolean }
  | { readonly kind: 'comment'; readonly start: number; readonly end: number }
  | { readonly kind: 'quote'; readonly pieces: readonly Piece[] }
  | Text;

/** Lines without a blank one between; `dead` says where a line has a fence that is none. */
export interface Text {
  readonly kind: 'text';
  readonly lines: readonly Line[];
  readonly dead: ReadonlyMap<Line, number>;
}

export function structureOf(lines: readonly Line[], depth = 0): Piece[] {
  const marks = marksOf(lines, depth);
  const pieces: Piece[] = [];
  let text: Line[] = [];
  let dead = new Map<Line, number>();
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as Line;
    const mark = marks.get(index);
    if (mark?.kind === 'dead') dead.set(line, mark.mark);
    if (!isBlank(line) && (!mark || mark.kind === 'dead')) {
      text.push(line);
      index += 1;
      continue;
    }
    const to = mark?.to ?? index + 1;
    const before: Piece | undefined = text.length > 0 ? { kind: 'text', lines: text, dead } : pieces.at(-1);
    if (text.length > 0) pieces.push(before as Text);
    if (mark) pieces.push(pieceOf(mark, lines.slice(index, to), before, depth));
    else if (isBlank(line)) pieces.push({ kind: 'code', lines: [] });
    text = [];
    dead = new Map();
    index = to;
  }
  if (text.length > 0) pieces.push({ kind: 'text', lines: text, dead });
  return pieces;
}

function pieceOf(mark: Mark, lines: readonly Line[], before: Piece | undefined, depth: number): Piece {
  if (mark.kind === 'tag') return { kind: 'tag', line: lines[0] as Line, needsSpace: runsOn(before) };
  if (mark.kind === 'comment') return { kind: 'comment', start: mark.start, end: mark.end };
  if (mark.kind === 'quote') return { kind: 'quote', pieces: structureOf(lines.map(unquoted), depth + 1) };
  return { kind: 'code', lines };
}

/** True if a line after `piece` could still belong to it: lists, quotations and tables want a blank line to end. */
function runsOn(piece: Piece | undefined): boolean {
  return piece?.kind === 'quote' || (piece?.kind === 'text' && !piece.lines.every(isPlain));
}
