/** What a person typed that MDX would read otherwise. A kind names the words of its notice. */
export type HealKind =
  | 'character'
  | 'line-ending'
  | 'bullet'
  | 'angle'
  | 'brace'
  | 'tag'
  | 'comment'
  | 'address'
  | 'code-line'
  | 'backtick'
  | 'spacing';

/** Replace `start`–`end` of a text by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly what: HealKind;
}

/** `edits` in the order of the text; of two that overlap or are the same, the first stays. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  const sorted = edits.toSorted((one, other) => one.start - other.start || one.end - other.end);
  let last: Edit | undefined;
  return sorted.filter((edit) => {
    if (last && (edit.start < last.end || (edit.start === last.start && edit.text === last.text)))
      return false;
    last = edit;
    return true;
  });
}

/** `text` with `edits`, which are in order, made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** Where `offset` of the edited text was before `edits`. */
export function offsetBefore(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const edit of edits) {
    const start = edit.start + shift;
    if (offset < start) break;
    if (offset < start + edit.text.length) return edit.start;
    shift += edit.text.length - (edit.end - edit.start);
  }
  return offset - shift;
}

/** A backslash before each character of `run`, which stands at `at`. */
export function escapesOf(run: string, at: number, what: HealKind): Edit[] {
  return Array.from(run, (_, index) => ({ start: at + index, end: at + index, text: '\\', what }));
}
