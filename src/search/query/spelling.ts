/** How a word of the catalogue is written, and how common it is: 0 for once, one more for each doubling. */
export interface KnownWord {
  readonly spelling: string;
  readonly band: number;
}

/** The words of the catalogue by their folded form. */
export type KnownWords = ReadonlyMap<string, KnownWord>;

/** True where the search finds `word` as it is: the catalogue has it, or words that begin with it. */
export function isKnown(word: string, known: KnownWords): boolean {
  if (known.has(word) || /\d/.test(word) || word.length < 3) return true;
  for (const other of known.keys()) if (other.startsWith(word)) return true;
  return false;
}

/** The known word, folded, that was probably meant by `word`; undefined where none is near enough. */
export function nearestWord(word: string, known: KnownWords): string | undefined {
  const limit = word.length < 4 ? 0 : word.length < 6 ? 1 : word.length < 9 ? 2 : 3;
  const sound = soundOf(word);
  let best: string | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const [other, { band }] of known) {
    if (Math.abs(other.length - word.length) > limit) continue;
    const away = distance(word, other, limit);
    const isAlike = soundOf(other) === sound;
    if (away > limit && !isAlike) continue;
    const score =
      (isAlike ? Math.min(away, 0.5) : away) + (other[0] === word[0] ? 0 : 0.6) - Math.min(band / 20, 0.4);
    if (score < bestScore) {
      best = other;
      bestScore = score;
    }
  }
  return best;
}

/** `word` as known words and `fillers` written without spaces, longest first; undefined where it can't be read so. */
export function splitWord(
  word: string,
  known: KnownWords,
  fillers: ReadonlySet<string>,
): string[] | undefined {
  if (word.length < 7) return undefined;
  for (let end = word.length - 2; end >= 2; end--) {
    const head = word.slice(0, end);
    if (!isPart(head, known, fillers)) continue;
    const tail = word.slice(end);
    if (isPart(tail, known, fillers) && (head.length > 2 || tail.length > 2)) return [head, tail];
    const rest = splitWord(tail, known, fillers);
    if (rest) return [head, ...rest];
  }
  return undefined;
}

function isPart(part: string, known: KnownWords, fillers: ReadonlySet<string>): boolean {
  return fillers.has(part) || (part.length > 3 && known.has(part));
}

/** What a word sounds like, roughly, in the languages of the country. */
function soundOf(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/qu|ck|c(?=[aou])/g, 'k')
    .replace(/(?<=.)h/g, '')
    .replace(/y/g, 'i')
    .replace(/eau|au/g, 'o')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?:es|e|s)$/, '');
}

/** How many letters are missing, added, changed or swapped between two words; `limit + 1` where it is more than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      }
      current.push(least);
    }
    if (Math.min(...current) > limit) return limit + 1;
    before = last;
    last = current;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}
