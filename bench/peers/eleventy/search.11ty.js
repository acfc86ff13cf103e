import { searchPage } from './shared/pages.mjs';

export const data = {
  pagination: { data: 'locales', size: 1, alias: 'locale' },
  permalink: ({ locale }) => `/${locale}/search/index.html`,
};

export const render = ({ locale, words, locales }) => searchPage(locale, { words: words[locale], locales });
