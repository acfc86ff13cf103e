/** Which letters a word has, a bit each; some letters share a bit. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

/** False where two words, by their letters, can’t be within `limit` of each other; much quicker than to look. */
export function mayBeNear(letters: number, others: number, limit: number): boolean {
  let most = 2 * limit;
  for (let left = letters ^ others; left !== 0; left &= left - 1) if (--most < 0) return false;
  return true;
}

/** Words that are longer are not compared. */
const longest = 64;
/** The last three rows of the table of distances; a search fills it some ten thousand times for a key. */
const rows = [0, 1, 2].map(() => new Uint8Array(longest + 1)) as [Uint8Array, Uint8Array, Uint8Array];

/** How many letters are missing, added, changed or swapped between two words; `limit + 1` where it is more than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || Math.max(a.length, b.length) > longest) return limit + 1;
  let [before, last, current] = rows;
  const far = limit + 1;
  for (let column = 0; column <= b.length; column++) last[column] = Math.min(column, far);
  for (let row = 1; row <= a.length; row++) {
    const letter = a.charCodeAt(row - 1);
    const first = Math.max(1, row - limit);
    const end = Math.min(b.length, row + limit);
    let least = first === 1 ? Math.min(row, far) : far;
    current[first - 1] = least;
    if (end === row + limit) last[end] = far;
    for (let column = first; column <= end; column++) {
      const other = b.charCodeAt(column - 1);
      let here = (last[column - 1] ?? far) + (letter === other ? 0 : 1);
      here = Math.min(here, (last[column] ?? far) + 1, (current[column - 1] ?? far) + 1);
      const isSwapped =
        row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other;
      if (isSwapped) here = Math.min(here, (before[column - 2] ?? far) + 1);
      current[column] = Math.min(here, far);
      if (here < least) least = here;
    }
    if (least > limit) return far;
    const spare = before;
    before = last;
    last = current;
    current = spare;
  }
  return last[b.length] ?? far;
}
