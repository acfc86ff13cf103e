import { fold } from '../fold.ts';

/** Words that say little, as a bundle has them; each list is folded words with spaces between. */
export interface FillersFile {
  /** By the language in which they say little. */
  readonly languages: Readonly<Record<string, string>>;
  /** Those that the catalogue has as an acronym: AI beside the French “ai”. */
  readonly acronyms: string;
  /** Those of other languages that are words of titles. */
  readonly named: string;
  /** Those that are months in the language of the index. */
  readonly months: string;
}

/** Words that say little, ready to be asked. */
export interface Fillers {
  /** The language of the index. */
  readonly language: string;
  /** All of them. */
  readonly all: ReadonlySet<string>;
  /** What a query consists of: what each word tells there. */
  readonly read: (words: readonly string[]) => Telling[];
}

/** What a word tells of what is looked for: it must be found, it counts where a name has it, or hardly counts. */
export type Telling = 'telling' | 'doubtful' | 'filler';

/** The fillers of an index in `language`. */
export function readFillers({ languages, ...lists }: FillersFile, language: string): Fillers {
  const sets = new Map(Object.entries(languages).map(([one, words]) => [one, setOf(words)]));
  const own = sets.get(language) ?? new Set();
  const [acronyms, named, months] = [setOf(lists.acronyms), setOf(lists.named), setOf(lists.months)];
  const all = new Set([...sets.values()].flatMap((set) => [...set]));
  /** True where other words of the query are of a language in which `word` says little. */
  const isSpokenIn = (word: string, others: readonly string[]) =>
    [...sets].some(
      ([one, set]) =>
        one !== language && set.has(word) && others.some((other) => set.has(other) && !own.has(other)),
    );
  const tellingOf = (folded: readonly string[], at: number): Telling => {
    const word = folded[at] ?? '';
    if (!all.has(word)) return word.length > 1 || /\d/.test(word) ? 'telling' : 'filler';
    const isDated =
      at === folded.length - 1 || [at - 1, at + 1].some((next) => /^\d+$/.test(folded[next] ?? ''));
    if (months.has(word) && (isDated || !own.has(word))) return 'telling';
    if (own.has(word)) return acronyms.has(word) ? 'doubtful' : 'filler';
    if (!acronyms.has(word) && !named.has(word)) return 'filler';
    const others = folded.filter((_, place) => place !== at);
    if (isSpokenIn(word, others)) return 'filler';
    return acronyms.has(word) ? 'telling' : 'doubtful';
  };
  const read = (words: readonly string[]): Telling[] => {
    const folded = words.map(fold);
    const isShouted = words.length > 1 && !words.some((word) => /\p{Ll}/u.test(word));
    const found = words.map((word, at) =>
      /^\p{Lu}{2,}s?$/u.test(word) && !isShouted ? 'telling' : tellingOf(folded, at),
    );
    const isSaid = found.includes('telling');
    return isSaid ? found : found.map((one) => (one === 'doubtful' ? 'telling' : one));
  };
  return { language, all, read };
}

/** Where every word tells something. */
export const noFillers: FillersFile = { languages: {}, acronyms: '', named: '', months: '' };

/** Fillers that are the same in every language. */
export function plainFillers(words: Iterable<string>): Fillers {
  return readFillers({ ...noFillers, languages: { any: [...words].join(' ') } }, 'any');
}

function setOf(words: string): Set<string> {
  return new Set(words === '' ? [] : words.split(' '));
}
