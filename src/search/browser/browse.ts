import { type RecordType, recordTypes } from '../facet-names.ts';
import { isOfCourses, type SearchQuery } from '../query/address.ts';
import type { Answer } from '../query/answer.ts';
import type { Found, Listing } from './engine.ts';

const orders = new WeakMap<Listing, readonly number[]>();

/** The answer to a query without words: all courses, or all entries where types are asked for, by title. */
export function browse(listing: Listing, query: SearchQuery): Answer<Found> {
  const all = orders.get(listing) ?? inOrder(listing);
  orders.set(listing, all);
  const places = isOfCourses(query) ? all.filter((place) => listing.titles[place]?.kind === 'course') : all;
  const found = listing.show(places, query);
  if (places === all) return { kind: 'plain', words: '', marked: '', found };
  // The other types are offered too: how many of them the other filters leave.
  const { type = {} } = listing.show(all, query).counts;
  return { kind: 'plain', words: '', marked: '', found: { ...found, counts: { ...found.counts, type } } };
}

/** By type as the page lists them, then by title. */
function inOrder({ titles }: Listing): number[] {
  const { compare } = new Intl.Collator(document.documentElement.lang);
  const rank = new Map<RecordType, number>(recordTypes.map((type, place) => [type, place]));
  const key = (place: number) => ({
    rank: rank.get(titles[place]?.kind ?? 'page') ?? 0,
    title: titles[place]?.title ?? '',
  });
  return [...titles.keys()]
    .map((place) => ({ place, ...key(place) }))
    .sort((a, b) => a.rank - b.rank || compare(a.title, b.title))
    .map(({ place }) => place);
}
