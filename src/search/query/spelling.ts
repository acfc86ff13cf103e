import { distance, lettersOf, mayBeNear } from './distance.ts';

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

/** A known word with what it is compared by. */
interface Comparable extends KnownWord {
  readonly word: string;
  readonly letters: number;
  /** What it sounds like, and the letters of that; found out when it is asked for. */
  heard?: { readonly sound: string; readonly letters: number } | undefined;
}

/** Known words as misspelt ones are compared with them, and what was answered of late. */
interface Arranged {
  readonly byLength: ReadonlyMap<number, readonly Comparable[]>;
  readonly answers: Map<string, readonly Correction[]>;
}

const arranged = new WeakMap<KnownWords, Arranged>();

function arrangedWords(known: KnownWords): Arranged {
  const found = arranged.get(known);
  if (found) return found;
  const words = [...known].map(([word, { spelling, band }]) => ({
    word,
    spelling,
    band,
    letters: lettersOf(word),
  }));
  const made = { byLength: Map.groupBy(words, ({ word }) => word.length), answers: new Map() };
  arranged.set(known, made);
  return made;
}

/** Rare words come and go with what is typed; what the others sound like stays known. */
const heardBefore = new Map<string, NonNullable<Comparable['heard']>>();

function heardIn(word: Comparable): NonNullable<Comparable['heard']> {
  word.heard ??= heardBefore.get(word.word);
  if (!word.heard) {
    const sound = soundOf(word.word);
    word.heard = { sound, letters: lettersOf(sound) };
    heardBefore.set(word.word, word.heard);
  }
  return word.heard;
}

/** So many misspelt words are remembered: while one goes on typing, the words before stay as they are. */
const mostRemembered = 24;

/** The known words that were probably meant by `word`, the nearest first, six at most. */
export function corrections(word: string, known: KnownWords, isLast = false): readonly Correction[] {
  const { byLength, answers } = arrangedWords(known);
  const key = isLast ? `${word}…` : word;
  const remembered = answers.get(key);
  if (remembered) return remembered;
  const near = nearWords(word, byLength);
  const isUnfinished = near.length === 0 && isLast && word.length > 4;
  const found = (isUnfinished ? unfinished(word, byLength) : near)
    .sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1))
    .slice(0, 6);
  if (answers.size >= mostRemembered) answers.clear();
  answers.set(key, found);
  return found;
}

function nearWords(word: string, byLength: Arranged['byLength']): Correction[] {
  const limit = word.length < 4 ? 0 : word.length < 6 ? 1 : word.length < 9 ? 2 : 3;
  const sound = soundOf(word);
  const mostHeard = sound.length < 4 ? 0 : sound.length < 7 ? 1 : 2;
  const [letters, heardLetters] = [lettersOf(word), lettersOf(sound)];
  const found: Correction[] = [];
  for (let length = Math.max(1, word.length - limit - 2); length <= word.length + limit + 2; length++) {
    for (const other of byLength.get(length) ?? []) {
      const mayBeSpelt = Math.abs(length - word.length) <= limit && mayBeNear(letters, other.letters, limit);
      const away = mayBeSpelt ? distance(word, other.word, limit) : limit + 1;
      const heard = heardIn(other);
      const mayBeHeard = mayBeNear(heardLetters, heard.letters, mostHeard);
      const heardAway = mayBeHeard ? distance(sound, heard.sound, mostHeard) : mostHeard + 1;
      if (away > limit && heardAway > mostHeard) continue;
      const cost = Math.min(away > limit ? 9 : away, heardAway > mostHeard ? 9 : 0.6 + heardAway);
      if (cost > limit && heardAway > 0) continue;
      const isSameStart = other.word[0] === word[0];
      found.push({ word: other.word, cost: cost + (isSameStart ? 0 : 0.4) - commonness(other) });
    }
  }
  return found;
}

/** The known words whose beginning was probably meant, with one mistake. */
function unfinished(word: string, byLength: Arranged['byLength']): Correction[] {
  const found: Correction[] = [];
  const letters = lettersOf(word);
  for (const [length, others] of byLength) {
    if (length <= word.length) continue;
    for (const other of others) {
      if (other.word[0] !== word[0] || !mayBeNear(letters, letters & other.letters, 1)) continue;
      const isNear = [-1, 0, 1].some(
        (more) => distance(word, other.word.slice(0, word.length + more), 1) <= 1,
      );
      if (isNear) found.push({ word: other.word, cost: 1.2 - commonness(other) });
    }
  }
  return found;
}

function commonness({ band }: Pick<KnownWord, 'band'>): number {
  return Math.min(band / 20, 0.4);
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

/** What a word sounds like, roughly, in the languages of the country. */
export function soundOf(word: string): string {
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
