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
import { inOrderOfTitles, titlesFile } from './titles.ts';
import { vocabularyOf } from './vocabulary.ts';
import { WordTally } from './word-tally.ts';

/** What the index of texts knows of an entry beside its text, in Pagefind’s order. */
const fields = ['keywords', 'others', 'summary', 'tags', 'title'];

/** The text of an entry as the index was told of it. */
export interface IndexedText {
  /** The parts of its compounds, which others’ words decide. */
  readonly parts: string;
  /** What the store knows it by. */
  readonly key: string;
}

/** What an earlier build left. */
export interface Earlier {
  /** Only texts that it does not know are parsed. */
  readonly store?: TextStore;
  /** Counts the words of the records. */
  readonly tally?: WordTally;
  /** The text of the entry at a place, where its record was the same. */
  readonly textAt?: (place: number) => IndexedText | undefined;
}

/**
 * The files a browser searches with, by path and in its order: Pagefind’s index of the texts, without its own search
 * interfaces, and beside it the titles, the facets, the vocabulary and what results show.
 */
export async function indexFiles(
  records: readonly SearchRecord[],
  language: string,
  earlier: Earlier = {},
): Promise<Map<string, Uint8Array>> {
  const ordered = inOrderOfTitles(records);
  const { files } = await commonFiles(ordered, language, earlier);
  for (const [place, record] of ordered.entries())
    for (const [path, content] of entryFiles(record, place)) files.set(path, content);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The files that hold something of all entries, `records` in the order of the titles; and the texts in that order. */
export async function commonFiles(
  records: readonly SearchRecord[],
  language: string,
  { store = emptyStore(), tally = WordTally.of(records), textAt = () => undefined }: Earlier,
): Promise<{ files: Map<string, Uint8Array>; texts: readonly IndexedText[] }> {
  const parts = lastParts(records, tally.parts);
  const textOfPlace = (place: number) => textOf(records[place] as SearchRecord, parts[place] ?? []);
  const texts = parts.map((ends, place): IndexedText => {
    const known = textAt(place);
    if (known?.parts === ends.join(' ')) return known;
    return { parts: ends.join(' '), key: keyOf(language, JSON.stringify(textOfPlace(place))) };
  });
  const { parsed, engine } = await parsedTexts(texts, textOfPlace, language, store);
  const { version, files } = searchEngine(engine, language, records.length);
  for (const [path, content] of await textIndex(parsed, fields, version, store)) files.set(path, content);
  const { common, rare } = vocabularyOf(records, tally);
  const rareWords = bySign(rare);
  const own = {
    'titles.json': titlesFile(records, language, fillersFor(records, language)),
    'addresses.json': addressesFile(records),
    'facets.json': tableFile(records),
    'vocabulary.json': { ...common, rare: [...rareWords.keys()].join('') },
    ...Object.fromEntries([...rareWords].map(([sign, words]) => [rareFileOf(sign), words])),
  };
  for (const [path, content] of Object.entries(own)) files.set(path, Buffer.from(JSON.stringify(content)));
  return { files, texts };
}

/** The texts as Pagefind parses them, in their order: each once, until it changes. */
async function parsedTexts(
  texts: readonly IndexedText[],
  textOfPlace: (place: number) => Text,
  language: string,
  store: TextStore,
) {
  const known = texts.map(({ key }) => store.parsed(key));
  const unknown = known.flatMap((text, place) => (text ? [] : place));
  const { parsed, engine } = await parseTexts(unknown.map(textOfPlace), language, fields, store.terms);
  for (const [at, place] of unknown.entries()) known[place] = parsed[at];
  const all = known as ParsedText[];
  for (const [place, text] of all.entries()) store.keepParsed((texts[place] as IndexedText).key, text);
  // Of two that are alike one is kept.
  return {
    parsed: all.map((text, place) => store.parsed((texts[place] as IndexedText).key) ?? text),
    engine,
  };
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
function textOf({ title, summary, text, ...words }: SearchRecord, parts: readonly string[]): Text {
  const { others, tags } = words;
  const keywords = [...words.keywords, ...parts];
  const named = new Set([...others, ...tags]);
  return {
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
