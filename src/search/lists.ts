import type { FacetName } from './facet-names.ts';

/** The facets whose values have a page of their own: topics have theirs elsewhere. */
export const listedFacets = ['level', 'modality', 'audience'] as const satisfies readonly FacetName[];

export type ListedFacet = (typeof listedFacets)[number];

export function isListed(name: string): name is ListedFacet {
  return (listedFacets as readonly string[]).includes(name);
}
