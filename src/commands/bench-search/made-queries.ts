import { fold, foldedWords } from '../../search/fold.ts';
import type { Corpus, Identified } from './documents.ts';
import type { JudgedQuery } from './judged.ts';

/** What people do to the words of a title, by a rule each: from a title and chance, a query; undefined where the rule does not apply. */
type Rule = (title: Spoken, chance: Chance) => string | undefined;

interface Spoken {
  /** The telling words of the title, as it writes them. */
  readonly words: readonly string[];
  /** Telling words of the text that few texts have. */
  readonly rare: readonly string[];
  readonly lang: string;
  readonly all: ReadonlySet<string>;
}

/** A number from 0 to before 1, another at each call. */
type Chance = () => number;

const leadIns: Readonly<Record<string, readonly string[]>> = {
  fr: ['formation', 'cours sur', 'je cherche une formation sur', 'apprendre', 'formation en'],
  de: ['Kurs', 'Weiterbildung', 'ich suche einen Kurs zu', 'Schulung', 'Seminar über'],
  lb: ['Cours', 'ech sichen e Cours iwwer', 'Formatioun', 'Weiderbildung', 'léieren'],
  en: ['course', 'training on', 'I am looking for a course about', 'learn', 'courses on'],
};

const rules: Readonly<Record<string, Rule>> = {
  'title words': ({ words }) => words.slice(0, 3).join(' '),
  'scattered words': ({ words: [first, ...others], rare: [rare] }) =>
    first && others.length > 0 && rare ? `${rare} ${others.at(-1)} ${first}` : undefined,
  typos: ({ words }, chance) => changeLongest(words, (word) => mistyped(word, chance)),
  accents: ({ words }) => {
    const chosen = words.slice(0, 3).join(' ');
    return fold(chosen) === chosen.toLowerCase() ? undefined : fold(chosen);
  },
  fillers: ({ words, lang }, chance) =>
    `${pickOne(leadIns[lang] ?? leadIns['en'] ?? [], chance)} ${words.slice(0, 3).join(' ')}`,
  'missing space': ({ words: [first = '', second = ''] }) =>
    second && first.length + second.length > 7 ? (first + second).toLowerCase() : undefined,
  'compound parts': ({ words, all }) => {
    const compound = words.find((word) => lastPart(fold(word), all));
    return compound && lastPart(fold(compound), all);
  },
  prefixes: ({ words }) => {
    const [first = '', second = ''] = [...words].sort((a, b) => b.length - a.length);
    return first.length > 6 ? `${second} ${first.slice(0, Math.ceil(first.length * 0.6))}`.trim() : undefined;
  },
};

/** Queries made by rule from the titles of `corpus` in `lang`; the same for the same documents. What is spelt as it sounds no rule makes: ours would be the one that mends it. */
export function madeQueries(corpus: Corpus, lang: string, fillers: ReadonlySet<string>): JudgedQuery[] {
  const documents = corpus.recordsIn(lang).filter(({ record }) => record.type !== 'session');
  const holders = wordHolders(documents);
  const all = new Set(holders.keys());
  const speak = (title: string, text: string): Spoken => ({
    words: tellingWords(title, fillers),
    rare: tellingWords(text, fillers).filter((word) => (holders.get(fold(word))?.size ?? 0) <= 3),
    lang,
    all,
  });
  const queries: JudgedQuery[] = [];
  for (const { id, record } of documents) {
    const chance = chanceFrom(`${lang} ${id}`);
    if (record.language === lang) {
      const spoken = speak(record.title, record.text);
      for (const [category, rule] of Object.entries(rules)) {
        const q = spoken.words.length > 0 ? rule(spoken, chance) : undefined;
        if (q) queries.push({ q, lang, relevant: [id], category });
      }
    }
    const [other] = record.others.filter((name) => tellingWords(name, fillers).length > 1);
    if (other) {
      const q = tellingWords(other, fillers).slice(0, 3).join(' ');
      queries.push({ q, lang, relevant: [id], category: 'other languages' });
    }
  }
  return queries.map((query) => ({ ...query, relevant: alsoRight(query, documents, fillers) }));
}

/** The target, and every entry whose name says all that the target was asked by. */
function alsoRight(
  { q, relevant: [target = ''], category }: JudgedQuery,
  documents: readonly Identified[],
  fillers: ReadonlySet<string>,
): string[] {
  const own = documents.find(({ id }) => id === target)?.record;
  const isPlain = category === 'title words' || category === 'accents' || category === 'other languages';
  const telling = tellingWords(own?.title ?? '', fillers);
  const asked = isPlain ? foldedWords(q) : usedBy(category ?? '', telling).map(fold);
  const part = category === 'compound parts' ? q : undefined;
  const right = documents.filter(({ record: { title, others } }) =>
    [title, ...others].some((name) => {
      const words = foldedWords(name);
      return part ? words.some((word) => word.endsWith(part)) : asked.every((word) => words.includes(word));
    }),
  );
  return [...new Set([target, ...right.map(({ id }) => id)])];
}

/** The words of a title that a rule puts into a query. */
function usedBy(category: string, words: readonly string[]): readonly string[] {
  if (category === 'missing space') return words.slice(0, 2);
  if (category === 'prefixes') return [...words].sort((a, b) => b.length - a.length).slice(0, 2);
  return words.slice(0, 3);
}

function wordHolders(documents: readonly Identified[]): Map<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  for (const { id, record } of documents) {
    for (const word of foldedWords(`${record.title} ${record.summary} ${record.text}`)) {
      holders.set(word, (holders.get(word) ?? new Set()).add(id));
    }
  }
  return holders;
}

function tellingWords(text: string, fillers: ReadonlySet<string>): string[] {
  const words = text.match(/[\p{L}\p{N}]+[+#]*/gu) ?? [];
  return words.filter((word) => word.length > 2 && !fillers.has(fold(word)));
}

function changeLongest(
  words: readonly string[],
  change: (word: string) => string | undefined,
): string | undefined {
  const chosen = words.slice(0, 3);
  const [longest = ''] = [...chosen].sort((a, b) => b.length - a.length);
  const changed = longest.length > 5 ? change(longest.toLowerCase()) : undefined;
  return changed && changed !== longest.toLowerCase()
    ? chosen.map((word) => (word === longest ? changed : word)).join(' ')
    : undefined;
}

/** One letter left out, doubled, changed or swapped with the next, not the first. */
function mistyped(word: string, chance: Chance): string {
  const at = 1 + Math.floor(chance() * (word.length - 2));
  const kind = Math.floor(chance() * 4);
  const [before, here, next, after] = [
    word.slice(0, at),
    word[at] ?? '',
    word[at + 1] ?? '',
    word.slice(at + 2),
  ];
  if (kind === 0) return before + next + after;
  if (kind === 1) return before + here + here + next + after;
  if (kind === 2) return before + 'aeinrst'[Math.floor(chance() * 7)] + next + after;
  return before + next + here + after;
}

/** The longest end of a compound that is a word by itself, after a beginning that is one. */
function lastPart(word: string, all: ReadonlySet<string>): string | undefined {
  for (let at = 4; at <= word.length - 5; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (all.has(tail) && (all.has(head) || all.has(head.replace(/s$/, '')))) return tail;
  }
  return undefined;
}

function pickOne(from: readonly string[], chance: Chance): string {
  return from[Math.floor(chance() * from.length)] ?? '';
}

/** Chance that is the same for the same seed (mulberry32). */
export function chanceFrom(seed: string): Chance {
  let state = [...seed].reduce(
    (sum, sign) => Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
