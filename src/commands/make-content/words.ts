import type { Chance } from './chance.ts';

/** Draws words as often as a language uses them: the commonest one word in twenty, most of them almost never. */
export interface Words {
  readonly word: () => string;
  readonly sentence: (most?: number) => string;
  readonly title: () => string;
  readonly paragraph: (sentences: number) => string;
}

const vocabularySize = 20_000;

/**
 * The words of a language, drawn by Zipf’s law. They are those of `texts` in the order of their frequency; since a
 * demonstration knows few, more are put together from the beginnings and ends of its long ones.
 */
export function wordsLike(texts: readonly string[], chance: Chance): Words {
  const vocabulary = extended(byFrequency(texts), chance);
  const weights = sums(vocabulary.length);
  const word = (): string => vocabulary[placeOf(weights, chance.next() * (weights.at(-1) ?? 0))] ?? '';
  const long = vocabulary.slice(60);
  const sentence = (most = 22): string => {
    const words = Array.from({ length: chance.between(6, most) }, word);
    if (words.length > 12) words[6] += ',';
    return `${capitalized(words.join(' '))}.`;
  };
  return {
    word,
    sentence,
    title: () => capitalized(`${chance.oneOf(long)} ${word()} ${word()} ${chance.oneOf(long)}`),
    paragraph: (sentences) => Array.from({ length: sentences }, () => sentence()).join(' '),
  };
}

function byFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    // Words inside a sentence, so that a capital at its beginning counts for nothing.
    for (const [word] of text.matchAll(/(?<=[\p{Ll},;] )\p{L}{2,}(?=[ .,;])/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
}

function extended(words: readonly string[], chance: Chance): string[] {
  const long = words.filter((word) => word.length > 5);
  const all = new Set(words);
  for (
    let tries = 0;
    long.length > 1 && all.size < vocabularySize && tries < vocabularySize * 4;
    tries += 1
  ) {
    const [begin, end] = [chance.oneOf(long), chance.oneOf(long)];
    all.add(
      begin.slice(0, Math.ceil(begin.length * 0.6)) + end.slice(Math.floor(end.length * 0.5)).toLowerCase(),
    );
  }
  return [...all];
}

/** The sums of 1/(rank + 2.7), as Mandelbrot mended Zipf’s law. */
function sums(count: number): Float64Array {
  const found = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) {
    sum += 1 / (rank + 2.7);
    found[rank] = sum;
  }
  return found;
}

function placeOf(weights: Float64Array, value: number): number {
  let [low, high] = [0, weights.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((weights[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
