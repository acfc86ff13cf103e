import { getCollection } from 'astro:content';
import { inOrder, listsOf, relatedCourses } from '../shared/pages.mjs';
import words from '../words.json';

/** The lists in which entries stand, and the courses near to each: once a build. */
export const all = load();

async function load() {
  const entries = await getCollection('docs');
  const pages = inOrder(
    entries.map(({ data, id }) => ({
      ...data,
      summary: data.description,
      slug: id.replace(/.*\//, ''),
    })),
  );
  const lists = listsOf(pages, words);
  const firstOfTopic = new Map(lists.filter(({ page }) => page === 1).map((list) => [list.path, list]));
  return { pages, lists, firstOfTopic, related: relatedCourses(pages) };
}
