import { parseArgs } from 'node:util';
import type { Half } from './halves.ts';

export const usage = `Usage: npm run bench:search -- [options]
  --docs FILE.jsonl     other documents: id, lang, title, text; also summary, type, code, topics, keywords, synonyms, titles
  --queries FILE.jsonl  other queries: q, lang, relevant (ids), and category
  --site FOLDER         asks a built site in Chromium; an id is the end of a page’s address
  --half dev|test       only the queries that were tuned on, or only the others
  --misses              lists the queries whose right answer did not come first
  --cost 1000,4000      on made catalogues of about so many entries; 0 for none (1000,4000,10000)
  --into FILE.md        writes the tables to a file too
  --lenient             ends well although a bar is missed
  --make                prints queries made by rule from the documents, and does nothing else`;

/** What of the search is to be judged, and how. */
export interface Wish {
  readonly docs: string | undefined;
  readonly queries: string;
  /** The queries are not ours: nothing was tuned on any of them. */
  readonly isForeign: boolean;
  readonly site: string | undefined;
  readonly half: Half | undefined;
  readonly misses: boolean;
  readonly sizes: readonly number[];
  readonly into: string | undefined;
  readonly lenient: boolean;
  readonly make: boolean;
}

/** What the words of a command ask for; undefined where they can’t be understood. */
export function wishOf(words: readonly string[]): Wish | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const texts = { docs: text, queries: text, site: text, half: text, cost: text, into: text } as const;
  const flags = { misses: flag, make: flag, lenient: flag } as const;
  try {
    const { values } = parseArgs({ args: [...words], options: { ...texts, ...flags } });
    const { docs, queries, site, half, into, misses, make, lenient } = values;
    const isForeign = Boolean(docs || queries);
    const cost = values.cost ?? (isForeign || site ? '0' : '1000,4000,10000');
    const sizes = cost.split(',').map(Number);
    if (sizes.some((size) => !Number.isInteger(size) || size < 0 || (size > 0 && size < 100)))
      return undefined;
    if (half !== undefined && half !== 'dev' && half !== 'test') return undefined;
    if (docs && !queries && !make) return undefined;
    return {
      docs,
      queries: queries ?? 'bench/search/queries.jsonl',
      isForeign,
      site,
      half,
      misses,
      sizes: sizes.filter((size) => size > 0),
      into,
      lenient,
      make,
    };
  } catch {
    return undefined;
  }
}
