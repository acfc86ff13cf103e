import type { SearchRecord } from '../../src/search/records.ts';

/** The record of a course of which nothing is known but its `own` fields. */
export function recordOf(own: Partial<SearchRecord>): SearchRecord {
  const { slug = 'a' } = own;
  return {
    type: 'course',
    slug,
    url: `/fr/courses/${slug}/`,
    language: 'fr',
    title: 'A',
    summary: '',
    text: '',
    keywords: [],
    others: [],
    tags: [],
    facets: {},
    date: '9999-12-31',
    hours: 0,
    ...own,
  };
}
