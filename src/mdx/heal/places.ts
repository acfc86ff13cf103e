/** The last of `starts`, which rise, that is not after `offset`: its index. The first is taken to be 0. */
export function indexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Line and column, from 1, of an offset in `source`. */
export function placesIn(source: string): (offset: number) => { line: number; column: number } {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(source.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length)];
    const line = indexAt(starts, offset);
    return { line: line + 1, column: offset - (starts[line] as number) + 1 };
  };
}
