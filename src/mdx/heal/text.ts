import { brokenAddress } from './addresses.ts';
import { type Edit, escapesOf } from './edits.ts';
import { inlineEdits } from './inline.ts';
import { isPlain, type Line } from './lines.ts';
import { indexAt } from './places.ts';
import type { Text } from './structure.ts';

const tableRule = /^[ \t|:-]*-[ \t|:-]*$/;
const definition = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\[(?!\^)[^\]]*\]:/;
/** A footnote that parsers without footnotes take for the address of a link. */
const noteOrDefinition =
  /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\[\^[^\]]*\]:[ \t]*(?:[^ \t]+[ \t]*(?:[ \t]["'(].*)?)?$/;
/** The name of a link's address that may go on in the next line. */
const openLabel = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\[(?:\\.|[^\]\\])*$/;
/** MDX reads a line of tags alone apart from the text around it. */
const onlyTags = /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)]|\[\^[^\]]*\]:))*[ \t]*<[\s\S]*>[ \t]*$/;
const heading = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*)*#{1,6}(?:[ \t]|$)/;
const angledTarget = /^([ \t]*\[[^\]]*\]:[ \t]*)<([^<>]*)>/;

/** The edits for lines of text. What spans lines is taken only where each parser sees one paragraph. */
export function textEdits({ lines, dead }: Text): Edit[] {
  const isRisky = lines.some(({ text }) => /[<{]/.test(text));
  if (!isRisky && dead.size === 0) return [];
  const isTable = lines.some(({ text }) => tableRule.test(text) && /[|:]/.test(text));
  const endsLabel = lines.some(({ text }) => text.includes(']:'));
  const edits: Edit[][] = [];
  let paragraph: Line[] = [];
  /** Where an address may end in the middle of what looks like one paragraph, nothing is taken that spans lines. */
  let eachAlone = false;
  const endParagraph = () => {
    if (paragraph.length > 0) edits.push(paragraphEdits(paragraph));
    paragraph = [];
  };
  for (const line of lines) {
    const mark = dead.get(line);
    const isAlone = mark !== undefined || isTable || definition.test(line.text);
    const isTags = onlyTags.test(line.text);
    if (isAlone || isTags || !isPlain(line)) endParagraph();
    if (!isPlain(line)) eachAlone = noteOrDefinition.test(line.text);
    if (endsLabel && openLabel.test(line.text)) eachAlone = true;
    if (mark !== undefined) edits.push(moved(deadFenceEdits(line.text, mark), line.at));
    else if (isTable) edits.push(rowEdits(line));
    else if (isAlone) edits.push(definitionEdits(line));
    else paragraph.push(line);
    if (isTags || eachAlone || heading.test(line.text)) endParagraph();
  }
  endParagraph();
  return edits.flat();
}

function paragraphEdits(lines: readonly Line[]): Edit[] {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    starts.push(length);
    length += text.length + 1;
  }
  const place = (offset: number): number => {
    const index = indexAt(starts, offset);
    return (lines[index] as Line).at + offset - (starts[index] as number);
  };
  const edits = inlineEdits(lines.map(({ text }) => text).join('\n'));
  return edits.map((edit) => ({ ...edit, start: place(edit.start), end: place(edit.end) }));
}

function deadFenceEdits(text: string, mark: number): Edit[] {
  const run = /^(`+|~+)/.exec(text.slice(mark))?.[0] ?? '';
  return [...escapesOf(run, mark, 'backtick'), ...inlineEdits(text, mark + run.length)];
}

/** Cells end at each `|`, whatever stands around it. */
function rowEdits(line: Line): Edit[] {
  const cells = line.text.matchAll(/(?:[^|\\]|\\[\s\S]?)+/g);
  return Array.from(cells, ({ 0: cell, index }) =>
    moved(inlineEdits(line.text.slice(0, index + cell.length), index), line.at),
  ).flat();
}

function definitionEdits({ at, text }: Line): Edit[] {
  const [whole = '', before = '', target = ''] = angledTarget.exec(text) ?? [];
  const edits: Edit[] = [];
  if (whole) {
    const address = target.replace(
      /[ \t()\\`{}]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
    );
    edits.push({ start: at + before.length, end: at + whole.length, text: address, what: 'address' });
  }
  const risky = /\\[!-/:-@[-`{-~]|[`<{]/g;
  risky.lastIndex = whole.length;
  for (let match = risky.exec(text); match; match = risky.exec(text)) {
    const { 0: run, index } = match;
    if (run.length === 1) edits.push(...escapesOf(run, at + index, 'brace'));
    if (/[<{`]$/.test(run)) edits.push(...moved(brokenAddress(text, index), at));
  }
  return edits;
}

function moved(edits: readonly Edit[], by: number): Edit[] {
  return edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by }));
}
