/** A line of a text or, in a quotation, what follows its `>`. */
export interface Line {
  /** Where `text` begins in the whole text. */
  readonly at: number;
  readonly text: string;
  /** What stands before: the marks of the quotations the line is in. */
  readonly prefix: string;
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    lines.push({ at, text: line, prefix: '' });
    at += line.length + 1;
  }
  return lines;
}

export function isBlank(line: Line): boolean {
  return /^[ \t]*$/.test(line.text);
}

/** How far a line is indented, in columns; in a quotation a tab counts nothing, since where it ends is unknown. */
export function indentOf(line: Line): number {
  return columnsOf(/^[ \t]*/.exec(line.text)?.[0] ?? '', line.prefix !== '');
}

export function columnsOf(text: string, ignoreTabs: boolean): number {
  let columns = 0;
  for (const character of text) {
    if (character !== '\t') columns += 1;
    else if (ignoreTabs) return 0;
    else columns += 4 - (columns % 4);
  }
  return columns;
}

const quoteMark = /^([ \t]*)> ?/;

export function isQuoted(line: Line): boolean {
  return quoteMark.test(line.text);
}

/** How many lines from `from` on are quoted with the same indentation. */
export function quotedFrom(lines: readonly Line[], from: number): number {
  const indent = quoteMark.exec(lines[from]?.text ?? '')?.[1];
  let to = from;
  while (quoteMark.exec(lines[to]?.text ?? '')?.[1] === indent) to += 1;
  return to - from;
}

export function unquoted(line: Line): Line {
  const mark = quoteMark.exec(line.text)?.[0] ?? '';
  return { at: line.at + mark.length, text: line.text.slice(mark.length), prefix: line.prefix + mark };
}

const marker = String.raw`(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)`;
const listMarker = new RegExp(String.raw`^[ \t]*${marker}`);

export function isListItem(line: Line): boolean {
  return listMarker.test(line.text);
}

const notPlain = new RegExp(
  String.raw`^[ \t]*(?:>|${marker}|#|\`{3}|~{3}|\||=|[-*_:|][ \t*_:|-]*$|\[[^\]]*\]:|<!--|</?[A-Za-z][^>]*>[ \t]*$)`,
);

/** False for a line that may be something else than the next line of a paragraph. */
export function isPlain(line: Line): boolean {
  return !notPlain.test(line.text);
}
