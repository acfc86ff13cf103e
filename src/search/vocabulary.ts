import { foldedWords } from './fold.ts';
import type { SearchRecord } from './records.ts';

/** How often each folded word occurs, the commonest first: words one can be led to when one misspells. */
export type Vocabulary = Readonly<Record<string, number>>;

/** The words of titles and keywords, and those of texts that occur at least twice. Numbers and words of one or two letters are not among them. */
export function vocabularyOf(records: readonly SearchRecord[]): Vocabulary {
  const counts = new Map<string, number>();
  const named = new Set<string>();
  const count = (text: string, isNamed: boolean) => {
    for (const word of foldedWords(text)) {
      if (word.length < 3 || /^\d+$/.test(word)) continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
      if (isNamed) named.add(word);
    }
  };
  for (const { title, keywords, summary, text } of records) {
    count([title, ...keywords].join(' '), true);
    count(`${summary} ${text}`, false);
  }
  const kept = [...counts].filter(([word, times]) => times > 1 || named.has(word));
  return Object.fromEntries(kept.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
