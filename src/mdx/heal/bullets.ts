import type { Edit } from './edits.ts';
import { linesOf } from './lines.ts';
import { type Piece, structureOf } from './structure.ts';

/** The signs Word writes for bullets, and the space it puts after them. */
const bullet = /^([ \t]*)(?:[·•▪▫◦‣●○∙\uF0B7\uF0A7]|o(?=\t|[ \u00A0]{2}))[ \t\u00A0]+(?=[^\s])/;
const anyBullet = /^[ \t>]*(?:[·•▪▫◦‣●○∙\uF0B7\uF0A7]|o[ \t\u00A0])/m;

/** Lines that begin with a bullet become items of a list. */
export function bulletEdits(text: string): Edit[] {
  return anyBullet.test(text) ? structureOf(linesOf(text)).flatMap(pieceEdits) : [];
}

function pieceEdits(piece: Piece): Edit[] {
  if (piece.kind === 'quote') return piece.pieces.flatMap(pieceEdits);
  if (piece.kind !== 'text') return [];
  return piece.lines.flatMap(({ at, text }): Edit[] => {
    const [whole, space = ''] = bullet.exec(text) ?? [];
    if (!whole) return [];
    return [{ start: at + space.length, end: at + whole.length, text: '- ', what: 'bullet' }];
  });
}
