import { readFileSync } from 'node:fs';
import { inOrder, listsOf, relatedCourses } from './shared/pages.mjs';

const words = JSON.parse(readFileSync('words.json', 'utf8'));

/** Bodies are Markdown with HTML; templates are functions, the fastest that Eleventy knows. */
export default function (config) {
  config.setQuietMode(true);
  config.addGlobalData('words', words);
  config.addGlobalData('locales', Object.keys(words));
  config.addPassthroughCopy({ static: '/' });

  let entries;
  config.on('eleventy.before', () => {
    entries = undefined;
  });
  const entriesOf = (api) => {
    const all = api.getAll().filter(({ data }) => data.collection);
    entries ??= inOrder(all.map(({ data }) => card(data)));
    return entries;
  };
  config.addCollection('entries', entriesOf);
  config.addCollection('lists', (api) => listsOf(entriesOf(api), words));
  config.addCollection('related', (api) => relatedCourses(entriesOf(api)));

  return {
    markdownTemplateEngine: false,
    dir: { input: '.', includes: 'templates', output: 'out' },
  };
}

/** What lists say of an entry. */
function card({ locale, collection, slug, address, title, summary, topics, facts }) {
  return { locale, collection, slug, address, title, summary, topics, facts };
}
