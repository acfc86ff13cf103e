import { homePage } from './shared/pages.mjs';

export const data = {
  pagination: { data: 'locales', size: 1, alias: 'locale' },
  permalink: ({ locale }) => `/${locale}/index.html`,
};

export const render = ({ locale, words, locales, collections }) => {
  const own = collections.entries.filter((entry) => entry.locale === locale);
  const of = (name) => own.filter(({ collection }) => collection === name);
  return homePage({ locale, topics: of('topics'), news: of('news') }, { words: words[locale], locales });
};
