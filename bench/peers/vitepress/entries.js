import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import { inOrder, listsOf, relatedCourses } from './shared/pages.mjs';

export const words = JSON.parse(readFileSync('words.json', 'utf8'));

let found;

/** The lists in which entries stand, and the courses near to each: once a build. */
export function all() {
  found ??= load();
  return found;
}

function load() {
  const files = readdirSync('content', { recursive: true, withFileTypes: true });
  const pages = inOrder(
    files
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
      .map((entry) => matter(readFileSync(join(entry.parentPath, entry.name), 'utf8')).data)
      .filter((data) => data.collection)
      .map(card),
  );
  const lists = new Map(listsOf(pages, words).map((list) => [list.path, list]));
  return { pages, lists, related: relatedCourses(pages) };
}

/** What lists say of an entry. */
function card({ locale, collection, slug, address, title, summary, topics, facts }) {
  return { locale, collection, slug, address, title, summary, topics, facts };
}

/** The parameters of the lists’ pages whose path matches: what VitePress makes pages of. */
export function listPaths(pattern) {
  return [...all().lists.keys()].flatMap((path) => {
    const params = pattern.exec(path)?.groups;
    return params ? [{ params: { ...params, path } }] : [];
  });
}
