import { fold } from '../fold.ts';
import type { ExcerptPart } from './excerpt.ts';

/** `text` in pieces, those marked that begin a word of it as a word of `typed` does: “prot” in “**Prot**ection des données”. */
export function highlight(text: string, typed: string): ExcerptPart[] {
  const wanted = fold(typed).match(/[\p{L}\p{N}+#]+/gu) ?? [];
  const parts: ExcerptPart[] = [];
  let plain = '';
  for (const [word] of text.matchAll(/[\p{L}\p{N}\p{M}+#]+|[^\p{L}\p{N}\p{M}+#]+/gu)) {
    const length = Math.max(0, ...wanted.map((beginning) => lengthOf(word, beginning)));
    if (length === 0) plain += word;
    else {
      if (plain) parts.push({ text: plain, isMarked: false });
      parts.push({ text: word.slice(0, length), isMarked: true });
      plain = word.slice(length);
    }
  }
  return plain ? [...parts, { text: plain, isMarked: false }] : parts;
}

/** How many letters of `word`, as it is written, are its folded `beginning`; 0 if it begins otherwise. */
function lengthOf(word: string, beginning: string): number {
  if (!fold(word).startsWith(beginning)) return 0;
  for (let length = 1; length < word.length; length++) {
    if (fold(word.slice(0, length)).length >= beginning.length) return length;
  }
  return word.length;
}
