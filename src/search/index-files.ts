import { addressesFile } from './addresses.ts';
import { lastParts } from './compounds.ts';
import { entryFiles } from './entry-files.ts';
import { fillersFor } from './fillers.ts';
import { forIndex } from './fold.ts';
import { bySign, rareFileOf } from './rare-words.ts';
import type { SearchRecord } from './records.ts';
import { tableFile } from './table.ts';
import type { PagefindFile } from './texts/pagefind-files.ts';
import { parseTexts, type Text } from './texts/parse-texts.ts';
import type { ParsedText } from './texts/parsed-text.ts';
import { metaId, textIndex } from './texts/text-index.ts';
import { emptyStore, keyOf, type TextStore } from './texts/text-store.ts';
import { byKind, titlesFile } from './titles.ts';
import { vocabularyOf } from './vocabulary.ts';
import { WordTally } from './word-tally.ts';

/** What the index of texts knows of an entry beside its text, in Pagefind’s order. */
const fields = ['keywords', 'others', 'summary', 'tags', 'title'];

/**
 * The files a browser searches with, by path and in its order: Pagefind’s index of the texts, without its own search
 * interfaces, and beside it the titles, the facets, the vocabulary and what results show. Only texts that `store` does not know are parsed;
 * `tally` counts the words of the records.
 * Whoever asks for the last closes Pagefind.
 */
export async function indexFiles(
  records: readonly SearchRecord[],
  language: string,
  store: TextStore = emptyStore,
  tally = WordTally.of(records),
): Promise<Map<string, Uint8Array>> {
  const parts = lastParts(records, tally.parts);
  const complete = records.map((record, at) => ({
    ...record,
    keywords: [...record.keywords, ...(parts[at] ?? [])],
  }));
  const ordered = [...byKind(complete).values()].flat();
  const { parsed, engine } = await parsedTexts(ordered.map(textOf), language, store);
  const { version, files } = searchEngine(engine, language, ordered.length);
  for (const [path, content] of await textIndex(parsed, fields, version, store)) files.set(path, content);
  const { common, rare } = vocabularyOf(records, tally);
  const rareWords = bySign(rare);
  const own = {
    'titles.json': titlesFile(records, language, fillersFor(records, language)),
    'addresses.json': addressesFile(records),
    'facets.json': tableFile(records),
    'vocabulary.json': { ...common, rare: [...rareWords.keys()].join('') },
    ...Object.fromEntries([...rareWords].map(([sign, words]) => [rareFileOf(sign), words])),
    ...Object.fromEntries(entryFiles(ordered)),
  };
  for (const [path, content] of Object.entries(own)) files.set(path, Buffer.from(JSON.stringify(content)));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The texts as Pagefind parses them, in their order: each once, until it changes. */
async function parsedTexts(texts: readonly Text[], language: string, store: TextStore) {
  const keys = texts.map((text) => keyOf(language, JSON.stringify(text)));
  const known = keys.map((key) => store.parsed(key));
  const { parsed, engine } = await parseTexts(
    texts.filter((_, at) => !known[at]),
    language,
    fields,
  );
  const unknown = parsed.values();
  const all = known.map((text) => text ?? (unknown.next().value as ParsedText));
  for (const [at, text] of all.entries()) store.keepParsed(keys[at] as string, text);
  return { parsed: all, engine };
}

/** Pagefind’s search, told which index it has. */
function searchEngine(engine: readonly PagefindFile[], language: string, count: number) {
  const files = new Map(engine.map(({ path, content }) => [path, content]));
  const name = 'pagefind-entry.json';
  const entry = JSON.parse(Buffer.from(files.get(name) ?? '').toString()) as {
    version: string;
    languages: Record<string, { hash: string; page_count: number }>;
  };
  const index = { ...entry.languages[language], hash: metaId, page_count: count };
  files.set(name, Buffer.from(JSON.stringify({ ...entry, languages: { [language]: index } })));
  return { version: entry.version, files };
}

/** The index of texts knows nothing but texts: results are narrowed and sorted by `facets.json`. */
function textOf({ url, title, summary, text, ...words }: SearchRecord): Text {
  const { keywords, others, tags } = words;
  const named = new Set([...others, ...tags]);
  return {
    url,
    content: forIndex(`${title}. ${summary} ${text}`),
    meta: {
      title: forIndex(title),
      summary: forIndex(summary),
      others: forIndex(others.join(', ')),
      tags: forIndex(tags.join(', ')),
      keywords: forIndex(keywords.filter((keyword) => !named.has(keyword)).join(', ')),
    },
  };
}
