import { columnsOf, indentOf, isBlank, isListItem, type Line } from './lines.ts';

const opener = /^((?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*)([ \t]*)(`{3,}|~{3,})(.*)$/;
const resembling = /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)]|\[\^[^\]]*\]:))*[ \t]*(`{3,}|~{3,})(.*)$/;

/** Fenced code from one line to before another, or a line that only looks like its beginning. */
export type Fence =
  | { readonly kind: 'code'; readonly to: number }
  | { readonly kind: 'dead'; readonly mark: number };

/**
 * What begins at line `from`, if it has a fence. Code is only what every parser sees as code: in a list, each of its
 * lines is indented at least as far as its fence, and it is closed there.
 */
export function fenceAt(lines: readonly Line[], from: number, listIsOpen: boolean): Fence | undefined {
  const line = lines[from];
  const like = resembling.exec(line?.text ?? '');
  if (!line || !like) return undefined;
  const [, run = '', info = ''] = like;
  if (run.startsWith('`') && info.includes('`')) return undefined;
  const dead = { kind: 'dead', mark: line.text.indexOf(run) } as const;
  const [, markers = '', space = ''] = opener.exec(line.text) ?? [];
  if (!opener.test(line.text) || (line.prefix && (markers + space).includes('\t'))) return dead;
  if (markers && !beginsItem(lines, from, markers)) return dead;
  const column = columnsOf(markers + space, false);
  const required = markers || listIsOpen ? column : 0;
  const closing = new RegExp(`^[ \\t]*${run[0]}{${run.length},}[ \\t]*$`);
  for (let index = from + 1; index < lines.length; index += 1) {
    const inner = lines[index] as Line;
    if (!isBlank(inner) && indentOf(inner) < required) return dead;
    if (closing.test(inner.text)) return { kind: 'code', to: index + 1 };
  }
  return required > 0 || line.prefix ? dead : { kind: 'code', to: lines.length };
}

/** A numbered item can't begin in the middle of a paragraph, unless it is number one. */
function beginsItem(lines: readonly Line[], from: number, markers: string): boolean {
  if (!/^[ \t]*\d/.test(markers) || /^[ \t]*1[.)]/.test(markers)) return true;
  let first = from;
  while (first > 0 && !isBlank(lines[first - 1] as Line)) first -= 1;
  const start = lines[first] as Line;
  return first === from || (isListItem(start) && /^[ \t]*\d/.test(start.text));
}
