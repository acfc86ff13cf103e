import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { type AddressesFile, readAddresses } from '../../search/addresses.ts';
import { indexFiles } from '../../search/index-files.ts';
import { answer } from '../../search/query/answer.ts';
import { readFillers } from '../../search/query/fillers.ts';
import { lexiconOf } from '../../search/query/lexicon.ts';
import { indexOver, pagefindOptions } from '../../search/query/pagefind-index.ts';
import { wholeLexiconOf } from '../../search/query/whole-lexicon.ts';
import { rareFileOf } from '../../search/rare-words.ts';
import { idOf } from '../../search/text-ids.ts';
import { readTitles, type TitlesFile } from '../../search/titles.ts';
import { knownWords, type Vocabulary } from '../../search/vocabulary.ts';
import type { Identified } from './documents.ts';
import { openPagefind } from './pagefind-in-node.ts';

/** Something that answers queries with ids, best first. */
export type System = (words: string) => Promise<readonly string[]>;

export const systemNames = ['Academy', 'Pagefind', 'MiniSearch'] as const;

export type SystemName = (typeof systemNames)[number];

/** The systems over the same documents of one language. */
export async function systemsOver(
  documents: readonly Identified[],
  language: string,
): Promise<Record<SystemName, System>> {
  return {
    Academy: await ours(documents, language),
    Pagefind: await plainPagefind(documents, language),
    MiniSearch: miniSearch(documents),
  };
}

/** The search of the site: the same index, words and ranking as in a browser. */
export async function ours(documents: readonly Identified[], language: string): Promise<System> {
  const ids = new Map(documents.map(({ id, record }) => [record.url, id]));
  const files = await indexFiles(
    documents.map(({ record }) => record),
    language,
  );
  const read = (name: string) => JSON.parse(Buffer.from(files.get(name) ?? []).toString('utf8'));
  const file = read('titles.json') as TitlesFile;
  const titles = readTitles(file);
  const addresses = readAddresses(read('addresses.json') as AddressesFile);
  const entries = titles.map((_, place) => idOf(place));
  const vocabulary = read('vocabulary.json') as Vocabulary;
  const known = knownWords(vocabulary);
  const lexicon = lexiconOf(known, titles, entries, readFillers(file.fillers, language));
  const index = {
    ...indexOver(await openPagefind(files, language, pagefindOptions), language),
    lexicon,
    wholeLexicon: wholeLexiconOf(lexicon, vocabulary['rare'] ?? '', async (sign) =>
      String(read(rareFileOf(sign))),
    ),
    show: (places: readonly number[]) => places.map((place) => ids.get(addresses[place] ?? '') ?? ''),
  };
  return async (words) => {
    const query = { words, selection: {}, sorting: 'relevance', isExact: false } as const;
    return (await answer(index, query)).found;
  };
}

/** Pagefind as it comes: title, text and keywords, its own ranking. */
async function plainPagefind(documents: readonly Identified[], language: string): Promise<System> {
  const { index } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error('The plain index was not begun.');
  for (const { id, record } of documents) {
    const { title, summary, text, keywords } = record;
    await index.addCustomRecord({
      url: `/${encodeURIComponent(id)}/`,
      language,
      content: [title, summary, text, ...keywords].join('. '),
      meta: { title },
    });
  }
  const { files } = await index.getFiles();
  await close();
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  const pagefind = await openPagefind(byPath, language, {});
  return async (words) => {
    const { results } = await pagefind.search(words);
    const found = await Promise.all(results.slice(0, 20).map((result) => result.data()));
    return found.map(({ url }) => decodeURIComponent(url.replace(/^.*?\/([^/]*)\/$/, '$1')));
  };
}

/** MiniSearch with the settings its documentation recommends for words as people type them. */
function miniSearch(documents: readonly Identified[]): System {
  const index = new MiniSearch<{ id: string; title: string; text: string; keywords: string }>({
    fields: ['title', 'text', 'keywords'],
    processTerm: (term) => term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
    searchOptions: { boost: { title: 3 }, fuzzy: 0.2, prefix: true },
  });
  index.addAll(
    documents.map(({ id, record: { title, summary, text, keywords } }) => ({
      id,
      title,
      text: `${summary} ${text}`,
      keywords: keywords.join(' '),
    })),
  );
  return async (words) => index.search(words).map(({ id }) => String(id));
}
