/** A mark of emphasis or of a link: `**`, `_`, `[`, `]`. */
export interface Delimiter {
  readonly at: number;
  readonly run: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

export interface Frame {
  readonly delimiters: Delimiter[];
}

/** What the run at `at` can do, by the characters around it, as CommonMark says it. */
export function delimiterAt(text: string, at: number, run: string): Delimiter {
  if (run === '[' || run === ']') return { at, run, canOpen: run === '[', canClose: run === ']' };
  const before = kindOf(text.slice(0, at).slice(-2), -1);
  const after = kindOf(text.slice(at + run.length, at + run.length + 2), 0);
  const left = after !== 'space' && (after !== 'sign' || before !== 'word');
  const right = before !== 'space' && (before !== 'sign' || after !== 'word');
  if (run.startsWith('~') && run.length > 2) return { at, run, canOpen: false, canClose: false };
  const isUnderscore = run.startsWith('_');
  return {
    at,
    run,
    canOpen: left && (!isUnderscore || !right || before === 'sign'),
    canClose: right && (!isUnderscore || !left || after === 'sign'),
  };
}

function kindOf(text: string, position: 0 | -1): 'space' | 'sign' | 'word' {
  const character = Array.from(text).at(position);
  if (character === undefined || /\s/.test(character)) return 'space';
  return /[\p{P}\p{S}]/u.test(character) ? 'sign' : 'word';
}

/** True if every mark has its partner among `delimiters`, without doubt and without crossing another pair. */
export function nests(delimiters: readonly Delimiter[]): boolean {
  const open: Delimiter[] = [];
  for (const delimiter of delimiters) {
    if (!delimiter.canOpen && !delimiter.canClose) continue;
    const wanted = delimiter.run === ']' ? '[' : delimiter.run;
    if (delimiter.canClose && open.at(-1)?.run === wanted) open.pop();
    else if (delimiter.canOpen && !delimiter.canClose) open.push(delimiter);
    else return false;
  }
  return open.length === 0;
}
