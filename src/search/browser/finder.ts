import type { CardFile } from '../entry-files.ts';
import type { SearchQuery } from '../query/address.ts';
import { type Answer, answer } from '../query/answer.ts';
import { browse } from './browse.ts';
import { type Found, type Hit, type Search, searchAt, whileWanted } from './engine.ts';
import { nearTopics } from './near-topics.ts';
import { tellNone } from './none.ts';
import { ResultRows } from './result-rows.ts';

export { ResultRows, tellNone };

/** So many topics are offered where nothing was found. */
const nearest = 4;
const anything: SearchQuery = { words: '', selection: {}, sorting: 'relevance', isExact: true };

/** A topic that is offered where nothing was found. */
export type Near = Pick<Hit, 'title' | 'lang'> & Pick<CardFile, 'url'>;

/** What finds, and loads what that takes when it is first asked for. Its promises reject where it can’t be had. */
export interface Finder extends Search {
  /** The answer to `query`; what `isWanted` no longer when it is asked comes to an empty end. */
  readonly find: (query: SearchQuery, isWanted: () => boolean) => Promise<Answer<Found>>;
  /** The topics whose names are most like `words`, and where they lead. */
  readonly near: (words: string) => Promise<Near[]>;
}

/** The finder of the search whose manifest lies at `address`. */
export function finderAt(address: string): Finder {
  const search = searchAt(address);
  return {
    ...search,
    async find(query, isWanted) {
      if (!query.words) return browse(await search.listing(), query);
      return answer(whileWanted(await search.engine(), isWanted), query);
    },
    async near(words) {
      const { show, titles } = await search.listing();
      const hits = show(nearTopics(words, titles), anything).hits(0, nearest);
      return Promise.all(
        hits.map(async ({ title, lang, card }) => ({ title, lang, url: (await card()).url })),
      );
    },
  };
}
