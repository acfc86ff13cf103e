import { foldedWords } from '../fold.ts';
import type { Title } from '../titles.ts';

/** The places of the topics whose names, other names or keywords are written most like `words`, the nearest first. */
export function nearTopics(words: string, titles: readonly Title[]): number[] {
  const asked = foldedWords(words).filter((word) => word.length > 2);
  const nearness = (topic: Title): number => {
    const names = [...topic.words, ...[...topic.others, ...topic.tags].flatMap((name) => foldedWords(name))];
    const best = asked.map((word) => Math.max(0, ...names.map((name) => alike(word, name))));
    return best.reduce((sum, one) => sum + one, 0);
  };
  return titles
    .map((title, place) => ({ place, near: title.kind === 'topic' ? nearness(title) : 0 }))
    .filter(({ near }) => near > 0.4)
    .sort((a, b) => b.near - a.near)
    .map(({ place }) => place);
}

/** How much two words have in common, from 0 to 1: their shared pairs of letters, by Dice. */
function alike(a: string, b: string): number {
  const [ofA, ofB] = [pairsOf(a), pairsOf(b)];
  const shared = [...ofA].filter((pair) => ofB.has(pair)).length;
  return ofA.size + ofB.size === 0 ? 0 : (2 * shared) / (ofA.size + ofB.size);
}

function pairsOf(word: string): Set<string> {
  return new Set([...word.slice(1)].map((letter, place) => `${word[place]}${letter}`));
}
