import type { Edit } from './edits.ts';
import { isPlain, linesOf } from './lines.ts';
import { structureOf, type Text } from './structure.ts';
import { type Tag, tagAt } from './tags.ts';

interface Opening {
  readonly tag: Tag;
  readonly text: Text;
  readonly at: number;
  readonly isAlone: boolean;
}

/**
 * Puts the tags of a block that are written onto its text, `<Callout>text` … `text</Callout>`, on lines of their own
 * where the text has several paragraphs: MDX wants it so.
 */
export function blockEdits(text: string): Edit[] {
  if (!/<\/[A-Z]/.test(text)) return [];
  const edits: Edit[] = [];
  let opening: Opening | undefined;
  for (const piece of structureOf(linesOf(text))) {
    if (piece.kind !== 'text') continue;
    for (const line of piece.lines) {
      const closing: number = opening ? closingIn(line.text, opening.tag.name) : -1;
      if (opening && closing >= 0) {
        if (!isOneParagraph(opening, piece, closing === 0))
          edits.push(...linesOwn(opening, line.at + closing, closing > 0));
        opening = undefined;
        continue;
      }
      const tag = /^<[A-Z]/.test(line.text) ? tagAt(line.text, 0) : undefined;
      if (tag?.kind !== 'open' || line.text.includes(`</${tag.name}>`)) continue;
      opening = { tag, text: piece, at: line.at, isAlone: !/[^ \t]/.test(line.text.slice(tag.end)) };
    }
  }
  return edits;
}

/** Where the end tag of `name` ends the line, if it does. */
function closingIn(line: string, name: string): number {
  const closing = `</${name}>`;
  const at = line.indexOf(closing);
  return at >= 0 && !/[^ \t]/.test(line.slice(at + closing.length)) ? at : -1;
}

function isOneParagraph(opening: Opening, text: Text, closesAlone: boolean): boolean {
  return opening.text === text && !opening.isAlone && !closesAlone && text.lines.slice(1).every(isPlain);
}

function linesOwn({ tag, at, isAlone }: Opening, closing: number, closesOnText: boolean): Edit[] {
  const places = [...(isAlone ? [] : [at + tag.end]), ...(closesOnText ? [closing] : [])];
  return places.map((place) => ({ start: place, end: place, text: '\n\n', what: 'spacing' }));
}
