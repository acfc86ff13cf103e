import { blockEdits } from './heal/blocks.ts';
import { bulletEdits } from './heal/bullets.ts';
import { characterEdits } from './heal/characters.ts';
import { applyEdits, type Edit, type HealKind, inOrder, offsetBefore } from './heal/edits.ts';
import { type Line, linesOf } from './heal/lines.ts';
import { placesIn } from './heal/places.ts';
import { type Piece, structureOf } from './heal/structure.ts';
import { textEdits } from './heal/text.ts';

export type { HealKind } from './heal/edits.ts';

export interface HealChange {
  /** Where in the source, from 1. */
  readonly line: number;
  readonly column: number;
  readonly what: HealKind;
}

export interface Healing {
  readonly text: string;
  readonly changes: readonly HealChange[];
}

export interface MappedHealing extends Healing {
  /** The place in the source of an offset in `text`. */
  readonly placeOf: (offset: number) => { line: number; column: number };
}

/**
 * MDX that shows the text of `source` as it was typed and holds nothing that could run. Whatever a person can type or
 * paste becomes text: braces, comparisons, imports, exports, tags that are no tags, fences and backticks without an end.
 * Complete tags with their partner stay, known or not: whether they are allowed is for `parseBody` to say.
 *
 * The rule: for any string, what `heal` returns is parsed by every MDX parser, and healing it again changes nothing.
 * It reaches this by taking as code and as tags only what no parser can see otherwise, and escaping the rest.
 */
export function heal(source: string): Healing {
  const { text, changes } = healWithPlaces(source);
  return { text, changes };
}

/** As `heal`, with the way back from the healed text to the source. */
export function healWithPlaces(source: string): MappedHealing {
  const rounds: Edit[][] = [];
  const changes: HealChange[][] = [];
  const placeIn = placesIn(source);
  let text = source;
  const offsetInSource = (offset: number, before: number) =>
    rounds.slice(0, before).reduceRight((place, edits) => offsetBefore(edits, place), offset);
  const stages = [characterEdits, bulletEdits, blockEdits, structureEdits];
  for (let cycle = 0, last = -1; cycle < mostCycles && last !== rounds.length; cycle += 1) {
    last = rounds.length;
    for (const stage of stages) {
      const edits = inOrder(stage(text));
      if (edits.length === 0) continue;
      const round = rounds.length;
      changes.push(changesOf(edits, (offset) => placeIn(offsetInSource(offset, round))));
      rounds.push(edits);
      text = applyEdits(text, edits);
    }
  }
  return {
    text,
    changes: changes.flat(),
    placeOf: (offset) => placeIn(offsetInSource(offset, rounds.length)),
  };
}

/** An edit can uncover what needs another: a comment that hid a tag. Three cycles are the most that was seen. */
const mostCycles = 8;

const mayNeedHealing = /[<{]|^(?:import|export)/m;

function structureEdits(text: string): Edit[] {
  return mayNeedHealing.test(text) ? structureOf(linesOf(text)).flatMap(pieceEdits) : [];
}

function pieceEdits(piece: Piece): Edit[] {
  if (piece.kind === 'text') return [...piece.lines.flatMap(codeLineEdits), ...textEdits(piece)];
  if (piece.kind === 'quote') return piece.pieces.flatMap(pieceEdits);
  if (piece.kind === 'comment') return [{ start: piece.start, end: piece.end, text: '', what: 'comment' }];
  if (piece.kind === 'code' || !piece.needsSpace) return [];
  const { at, prefix } = piece.line;
  return [{ start: at, end: at, text: `\n${prefix}`, what: 'spacing' }];
}

/** MDX takes a line for code that begins with one of these words; a space before it makes it text, and isn't shown. */
function codeLineEdits({ at, prefix, text }: Line): Edit[] {
  const isCode = !prefix && /^(?:import|export)(?![\w-])/.test(text);
  return isCode ? [{ start: at, end: at, text: ' ', what: 'code-line' }] : [];
}

/** One change for each kind and line; what only moves spaces or line ends is not worth a notice in each of them. */
function changesOf(edits: readonly Edit[], placeOf: MappedHealing['placeOf']): HealChange[] {
  const told = new Set<string>();
  return edits.flatMap(({ start, what }) => {
    if (what === 'spacing') return [];
    const place = what === 'line-ending' ? { line: 1, column: 1 } : placeOf(start);
    const key = `${what} ${place.line}`;
    if (told.has(key)) return [];
    told.add(key);
    return [{ ...place, what }];
  });
}
