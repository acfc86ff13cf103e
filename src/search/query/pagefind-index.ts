import { forIndex } from '../fold.ts';
import type { TextHit, TextIndex } from './text-scores.ts';

/** An entry that Pagefind found. What it keeps of the entry itself can be had where its own files are. */
export interface FoundText extends TextHit {
  readonly data: () => Promise<{ readonly url: string }>;
}

/** Pagefind’s `pagefind.js`. */
export interface PagefindScript {
  createInstance(options: object): Pagefind;
}

/** What is used of an instance. */
export interface Pagefind {
  search(words: string | null, options?: object): Promise<{ readonly results: readonly FoundText[] }>;
  preload(words: string, options?: object): Promise<void>;
}

/**
 * How much a word counts in a title, in a summary, in another name, among the keywords of editors, among those of its
 * topics; in the text it counts 1.
 */
const metaWeights = {
  title: 6,
  summary: 2,
  others: 6,
  tags: 4,
  keywords: 1,
};

/** The settings under which every index is asked. The folder’s name changes with its content: what it holds may be kept for ever. */
export const pagefindOptions = { metaCacheTag: 'kept', ranking: { metaWeights } };

/** The languages whose word forms Pagefind knows, as far as they may occur. */
const withForms = new Set(
  'ar ca da de el en es eu fi fr hu hy id it lt nb ne nl no pt ro ru sr sv ta tr yi'.split(' '),
);

/** So many answers are remembered: while one types a word, those before it are asked for again and again. */
const mostAnswers = 8;

/** The index of texts that `pagefind` holds in `language`. */
export function indexOver(pagefind: Pagefind, language: string): TextIndex {
  const answers = new Map<string, readonly TextHit[]>();
  const prepared = new Set<string>();
  return {
    ask: async (words) => {
      const results = answers.get(words) ?? (await pagefind.search(forIndex(words))).results;
      if (answers.size >= mostAnswers && !answers.has(words)) answers.clear();
      answers.set(words, results);
      return results;
    },
    prepare: async (words) => {
      const fresh = words.filter((word) => !prepared.has(word));
      if (fresh.length === 0) return;
      await pagefind.preload(forIndex(fresh.join(' ')));
      for (const word of fresh) prepared.add(word);
      // More is found in what has come.
      answers.clear();
    },
    knowsForms: withForms.has(language),
  };
}
