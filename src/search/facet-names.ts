/** What a list of courses can be narrowed by, in the order of the page. The names stand in addresses. */
export const facetNames = [
  'topic',
  'level',
  'modality',
  'audience',
  'language',
  'duration',
  'stage',
  'place',
] as const;

export type FacetName = (typeof facetNames)[number];

/** The days on which one can begin: of all sessions to come, and of those with free places. */
export type DayFacet = 'day' | 'free';

/** The values an entry has under each facet; a facet it knows nothing of is absent. */
export type Facets = Readonly<Partial<Record<FacetName | DayFacet, readonly string[]>>>;

/** The kinds of entry the search finds, in the order of the page. */
export const recordTypes = [
  'course',
  'module',
  'path',
  'session',
  'topic',
  'person',
  'news',
  'term',
  'page',
] as const;

export type RecordType = (typeof recordTypes)[number];
