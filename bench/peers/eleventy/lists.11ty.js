import { listPage } from './shared/pages.mjs';

export const data = {
  pagination: { data: 'collections.lists', size: 1, alias: 'list' },
  permalink: ({ list }) => `${list.path}index.html`,
};

export const render = ({ list, words, locales }) => listPage(list, { words: words[list.locale], locales });
