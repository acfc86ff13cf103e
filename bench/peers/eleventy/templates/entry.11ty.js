import { entryPage } from '../shared/pages.mjs';

export const render = (data) =>
  entryPage(data, {
    words: data.words[data.locale],
    locales: data.locales,
    body: data.content,
    related: data.collections.related.get(data.address) ?? [],
  });
