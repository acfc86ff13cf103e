import { forIndex } from '../fold.ts';
import type { TextHit, TextIndex } from './text-scores.ts';

/** An entry as Pagefind keeps it. */
export interface Fragment {
  readonly url: string;
  /** The address as the index was given it, where Pagefind has made another of it. */
  readonly raw_url?: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters?: Readonly<Record<string, readonly string[]>>;
}

interface Result extends TextHit {
  readonly data: () => Promise<Fragment>;
}

/** Pagefind’s `pagefind.js`. */
export interface PagefindScript {
  createInstance(options: object): Pagefind;
}

/** What is used of an instance. */
export interface Pagefind {
  search(words: string | null, options?: object): Promise<{ readonly results: readonly Result[] }>;
  preload(words: string, options?: object): Promise<void>;
}

/** How much a word counts in a title, in a summary, among keywords; in the text it counts 1. */
const metaWeights = { title: 6, summary: 2, keywords: 2.5, shown: 0, type: 0, slug: 0, lang: 0 };

/** The settings under which every index is asked. The folder’s name changes with its content: what it holds may be kept for ever. */
export const pagefindOptions = { metaCacheTag: 'kept', excerptLength: 24, ranking: { metaWeights } };

/** The languages whose word forms Pagefind knows, as far as they may occur. */
const withForms = new Set(
  'ar ca da de el en es eu fi fr hu hy id it lt nb ne nl no pt ro ru sr sv ta tr yi'.split(' '),
);

export interface PagefindIndex extends TextIndex {
  /** What Pagefind keeps of an entry that one of the last answers held; undefined for any other. */
  readonly fragment: (id: string) => Promise<Fragment> | undefined;
}

/** So many results are remembered; a catalogue’s worth of them. */
const mostResults = 20_000;
/** So many answers are: while one types a word, those before it are asked for again and again. */
const mostAnswers = 8;

/** The index of texts that `pagefind` holds in `language`. */
export function indexOver(pagefind: Pagefind, language: string): PagefindIndex {
  const found = new Map<string, Result>();
  const answers = new Map<string, readonly Result[]>();
  return {
    ask: async (words) => {
      const results = answers.get(words) ?? (await pagefind.search(forIndex(words))).results;
      if (answers.size >= mostAnswers && !answers.has(words)) answers.clear();
      answers.set(words, results);
      if (found.size > mostResults) found.clear();
      for (const result of results) found.set(result.id, result);
      return results;
    },
    prepare: async (words) => {
      await pagefind.preload(forIndex(words));
      // More is found in what has come.
      answers.clear();
    },
    fragment: (id) => found.get(id)?.data(),
    knowsForms: withForms.has(language),
  };
}
