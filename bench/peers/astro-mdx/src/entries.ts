import { getCollection } from 'astro:content';
import { inOrder, listsOf, relatedCourses } from '../shared/pages.mjs';
import words from '../words.json';

/** All entries, the lists they stand in, and the courses near to each: once a build. */
export const all = load();

async function load() {
  const entries = await getCollection('entries');
  const pages = inOrder(entries.map(({ data }) => data));
  return { entries, pages, lists: listsOf(pages, words), related: relatedCourses(pages) };
}
