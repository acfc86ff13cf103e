/** How a word of the catalogue is written, and how common it is: 0 for once, one more for each doubling. */
export interface KnownWord {
  readonly spelling: string;
  readonly band: number;
}

/** The words of the catalogue by their folded form. */
export type KnownWords = ReadonlyMap<string, KnownWord>;

/** A known word, folded, that may be meant by a misspelt one. */
export interface Correction {
  readonly word: string;
  /** How far it is from what was typed: about the number of mistakes, less for what sounds alike and for common words. */
  readonly cost: number;
}

/** The known words that were probably meant by `word`, the nearest first, six at most. */
export function corrections(word: string, known: KnownWords, isLast = false): Correction[] {
  const limit = word.length < 4 ? 0 : word.length < 6 ? 1 : word.length < 9 ? 2 : 3;
  const sound = soundOf(word);
  const letters = lettersOf(word);
  const found: Correction[] = [];
  for (const [other, { band }] of known) {
    if (Math.abs(other.length - word.length) > limit + 2) continue;
    const heard = soundOf(other);
    const isSpeltAlike =
      Math.abs(other.length - word.length) <= limit && bits(letters ^ lettersOf(other)) <= 2 * limit;
    const away = isSpeltAlike ? distance(word, other, limit) : limit + 1;
    const mostHeard = sound.length < 4 ? 0 : sound.length < 7 ? 1 : 2;
    const heardAway =
      Math.abs(heard.length - sound.length) > mostHeard ? mostHeard + 1 : distance(sound, heard, mostHeard);
    if (away > limit && heardAway > mostHeard) continue;
    const cost = Math.min(away > limit ? 9 : away, heardAway > mostHeard ? 9 : 0.6 + heardAway);
    if (cost > limit && heardAway > 0) continue;
    found.push({ word: other, cost: cost + (other[0] === word[0] ? 0 : 0.4) - Math.min(band / 20, 0.4) });
  }
  if (found.length === 0 && isLast && word.length > 4) return unfinished(word, known);
  return found.sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1)).slice(0, 6);
}

/** The known words whose beginning was probably meant, with one mistake. */
function unfinished(word: string, known: KnownWords): Correction[] {
  const found: Correction[] = [];
  for (const [other, { band }] of known) {
    if (other.length <= word.length || other[0] !== word[0]) continue;
    const away = Math.min(...[-1, 0, 1].map((more) => distance(word, other.slice(0, word.length + more), 1)));
    if (away <= 1) found.push({ word: other, cost: 1.2 - Math.min(band / 20, 0.4) });
  }
  return found.sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1)).slice(0, 6);
}

/** `word` as known words and `fillers` written without spaces, in as few and common parts as can be; undefined where it can't be read so. */
export function splitWord(
  word: string,
  known: KnownWords,
  fillers: ReadonlySet<string>,
): string[] | undefined {
  if (word.length < 6) return undefined;
  const best: ({ cost: number; parts: string[] } | undefined)[] = [{ cost: 0, parts: [] }];
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - 30); start < end; start++) {
      const before = best[start];
      const cost =
        before && start - end !== word.length ? costOf(word.slice(start, end), known, fillers) : undefined;
      if (!before || cost === undefined) continue;
      const sum = before.cost + cost;
      if (sum < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) {
        best[end] = { cost: sum, parts: [...before.parts, word.slice(start, end)] };
      }
    }
  }
  const parts = best[word.length]?.parts ?? [];
  return parts.length > 1 && parts.some((part) => part.length > 3) ? parts : undefined;
}

function costOf(part: string, known: KnownWords, fillers: ReadonlySet<string>): number | undefined {
  if (fillers.has(part)) return part.length > 1 ? 1.2 : 1.6;
  const word = known.get(part);
  if (!word || part.length < 3) return undefined;
  return 2.2 - Math.min(word.band / 10, 0.8) - Math.min(part.length, 10) / 10 + (part.length === 3 ? 0.8 : 0);
}

const sounds = new Map<string, string>();

/** What a word sounds like, roughly, in the languages of the country. */
export function soundOf(word: string): string {
  let sound = sounds.get(word);
  if (sound === undefined) {
    sound = heard(word);
    sounds.set(word, sound);
  }
  return sound;
}

function heard(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/^v/, 'f')
    .replace(/tsch|sch|sh|ch/g, 'S')
    .replace(/qu|ck|c(?![eiyh])|q/g, 'k')
    .replace(/c(?=[eiy])|tz|z|ss/g, 's')
    .replace(/ti(?=on)|ci(?=on)|ssi(?=on)/g, 'si')
    .replace(/x/g, 'ks')
    .replace(/dt|th/g, 't')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/gu(?=[ei])/g, 'g')
    .replace(/(?<=.)h/g, '')
    .replace(/eau|au|ow/g, 'o')
    .replace(/y|ie|ee|ea/g, 'i')
    .replace(/ai|ei|ae|oe/g, 'e')
    .replace(/ou|uu/g, 'u')
    .replace(/[ae][nm](?=[^aeiouynm]|$)/g, 'A')
    .replace(/(?:i|e)[nm](?=[^aeiouynm]|$)/g, 'I')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?:ent|es|et|er|ez|ts|ds|e|s|t|d|x)$/, '');
}

/** Which letters a word has, a bit each. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

function bits(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count++;
  return count;
}

/** How many letters are missing, added, changed or swapped between two words; `limit + 1` where it is more than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let here = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        here = Math.min(here, (before[column - 2] ?? 0) + 1);
      }
      current.push(here);
      if (here < least) least = here;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = current;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}
