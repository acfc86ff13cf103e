import { brokenAddress, type Find } from './addresses.ts';
import { type Edit, escapesOf } from './edits.ts';

/**
 * The code that the backticks `run` at `at` begin. Backticks without a partner become text; code that goes on in the
 * next line becomes code in each line, so that no block that begins there can tear it apart.
 */
export function codeAt(text: string, at: number, run: string, unclosed: Set<number>): Find {
  const start = at + run.length;
  const end = text[at - 1] === '`' || unclosed.has(run.length) ? -1 : closingAt(text, start, run.length);
  if (end < 0) unclosed.add(run.length);
  const inner = end < 0 ? undefined : linesOfCode(text, start, end, run);
  if (!inner) return { edits: escapesOf(run, at, 'backtick'), end: start };
  return { edits: [...brokenAddress(text, at), ...inner], end: end + run.length };
}

function closingAt(text: string, from: number, length: number): number {
  const runs = /`+/g;
  runs.lastIndex = from;
  for (let match = runs.exec(text); match; match = runs.exec(text)) {
    if (match[0].length === length) return match.index;
  }
  return -1;
}

/** Edits that close and open code at each line end; nothing if a line would have no code of its own. */
function linesOfCode(text: string, start: number, end: number, run: string): Edit[] | undefined {
  const code = text.slice(start, end);
  if (!code.includes('\n')) return [];
  if (!code.split('\n').every((line) => /^[^`]/.test(line.trim()) && /[^`]$/.test(line.trim())))
    return undefined;
  return Array.from(code.matchAll(/[ \t]*\n[ \t]*/g), ({ 0: space, index }) =>
    [start + index, start + index + space.length].map(
      (place): Edit => ({ start: place, end: place, text: run, what: 'backtick' }),
    ),
  ).flat();
}
