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

/** The values an entry has under each facet; a facet it knows nothing of is absent. */
export type Facets = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** The kinds of entry the search finds, in the order of the page. */
export const recordTypes = ['course', 'module', 'path', 'topic', 'person', 'news', 'page'] as const;

export type RecordType = (typeof recordTypes)[number];
