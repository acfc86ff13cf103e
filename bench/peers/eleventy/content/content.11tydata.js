/** A topic’s page is its list. */
export default {
  layout: 'entry.11ty.js',
  permalink: ({ collection, address }) => collection !== 'topics' && `${address}index.html`,
};
