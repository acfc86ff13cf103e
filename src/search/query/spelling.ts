/** Folded words and how often the catalogue has each, the commonest first. */
export type KnownWords = Readonly<Record<string, number>>;

/** True where the search finds `word` as it is: the catalogue has it, or words that begin with it. */
export function isKnown(word: string, known: KnownWords): boolean {
  if (word in known || /\d/.test(word) || word.length < 3) return true;
  return Object.keys(known).some((other) => other.startsWith(word));
}

/** The known word that was probably meant by `word`; undefined where none is near enough. */
export function nearestWord(word: string, known: KnownWords): string | undefined {
  const limit = word.length < 4 ? 0 : word.length < 6 ? 1 : word.length < 9 ? 2 : 3;
  const sound = soundOf(word);
  let best: string | undefined;
  let bestScore = limit + 0.5;
  for (const [other, times] of Object.entries(known)) {
    if (Math.abs(other.length - word.length) > limit) continue;
    const away = soundOf(other) === sound ? 0.5 : distance(word, other, limit);
    const score = away + (other[0] === word[0] ? 0 : 0.6) - Math.min(Math.log10(times + 1) / 6, 0.4);
    if (score < bestScore && away <= limit) {
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
  return fillers.has(part) || (part.length > 3 && part in known);
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
  return last[b.length] ?? 0;
}
