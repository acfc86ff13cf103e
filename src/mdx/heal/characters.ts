import type { Edit, HealKind } from './edits.ts';

/** Line ends of other systems, and what no reader can see: control characters, byte order marks, halves of a character. */
const strange = /\r\n?|[^\P{Cc}\t\n]|[\u2028\u2029\uFEFF\uFFFE\uFFFF\p{Cs}]/gu;

/** U+0080–U+009F as Windows means them: text pasted through a wrong encoding still holds its quotes and dashes. */
const windows = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

const lineEnds: Readonly<Record<string, string>> = {
  '\r': '\n',
  '\r\n': '\n',
  '\v': '\n',
  '\f': '\n',
  '\u2028': '\n',
  '\u2029': '\n\n',
};

/** Every line ends in a line feed, and no character is left that would be lost on the way to a page. */
export function characterEdits(text: string): Edit[] {
  return Array.from(text.matchAll(strange), ({ 0: found, index }) => {
    const what: HealKind = found.startsWith('\r') ? 'line-ending' : 'character';
    return { start: index, end: index + found.length, text: replacementOf(found), what };
  });
}

function replacementOf(found: string): string {
  const code = found.charCodeAt(0);
  if (code >= 0x80 && code <= 0x9f) return (windows[code - 0x80] ?? '').replace('\0', '');
  if (code >= 0xd800 && code <= 0xdfff) return '\uFFFD';
  return lineEnds[found] ?? '';
}
