import type { Lexicon, Name } from './lexicon.ts';
import type { Meant } from './understand.ts';

/** How well an entry's names answer a query. */
export interface NameScore {
  /** The part of what was asked that the best name holds, from 0 to 1: rare words count more. */
  readonly asked: number;
  /** The part of that name that was asked for, from 0 to 1. */
  readonly told: number;
  /** The words of that name stand in the order in which they were typed. */
  readonly isInOrder: boolean;
  /** What such a name counts. */
  readonly weight: number;
}

/** How well names answer, by the entry's place; entries without any likeness are absent. */
export function nameScores(meant: readonly Meant[], lexicon: Lexicon): Map<number, NameScore> {
  const { names, namesWith } = lexicon;
  const asked = new Map<number, number>();
  const matches = new Map<number, { at: string; weight: number }[]>();
  let all = 0;
  for (const { likely, weight: counts } of meant) {
    for (const words of likely) {
      const best = new Map<number, { at: string; weight: number }>();
      for (const [word, weight] of words) {
        for (const name of namesWith.get(word) ?? []) {
          if (weight > (best.get(name)?.weight ?? 0)) best.set(name, { at: word, weight });
        }
      }
      const surely = [...best.values()].filter(({ weight }) => weight > 0.7).length;
      const rarity = Math.log(1 + names.length / (1 + surely)) * counts;
      all += rarity;
      for (const [name, match] of best) {
        asked.set(name, (asked.get(name) ?? 0) + rarity * match.weight);
        const found = matches.get(name);
        if (found) found.push(match);
        else matches.set(name, [match]);
      }
    }
  }
  const scores = new Map<number, NameScore>();
  for (const [at, sum] of asked) {
    const name = names[at] as Name;
    const found = matches.get(at) ?? [];
    const score: NameScore = {
      asked: all > 0 ? sum / all : 0,
      told: told(name, found),
      isInOrder: isInOrder(name, found),
      weight: name.weight,
    };
    const former = scores.get(name.place);
    if (!former || worth(score) > worth(former)) scores.set(name.place, score);
  }
  return scores;
}

/** One number for a name's score, from 0 to about 1.3. */
export function worth({ asked, told, isInOrder, weight }: NameScore): number {
  return asked ** 1.6 * weight * (1 + 0.22 * told + (isInOrder ? 0.06 : 0));
}

function told({ words }: Name, found: readonly { at: string; weight: number }[]): number {
  const weights = new Map<string, number>();
  for (const { at, weight } of found) weights.set(at, Math.max(weight, weights.get(at) ?? 0));
  let letters = 0;
  let matched = 0;
  for (const word of words) {
    letters += word.length;
    matched += word.length * (weights.get(word) ?? 0);
  }
  return letters > 0 ? matched / letters : 0;
}

function isInOrder({ words }: Name, found: readonly { at: string }[]): boolean {
  let place = -1;
  for (const { at } of found) {
    const next = words.indexOf(at, place + 1);
    if (next < 0) return false;
    place = next;
  }
  return true;
}
