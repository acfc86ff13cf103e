import { createIndex, type PagefindIndex } from 'pagefind';
import { type PagefindFile, readMeta, readWords, unpack } from './pagefind-files.ts';
import { type ParsedText, TermsWriter } from './parsed-text.ts';
import type { TermList } from './term-list.ts';

/** What Pagefind is told of an entry. */
export interface Text {
  readonly url: string;
  readonly content: string;
  /** Only fields of `fields`. */
  readonly meta: Readonly<Record<string, string>>;
}

export interface ParsedTexts {
  /** In the order of the texts. */
  readonly parsed: readonly ParsedText[];
  /** The files of the search that do not depend on what is searched. */
  readonly engine: readonly PagefindFile[];
}

/** Letters besides those of words that are part of words: C++, C#, .NET. */
const includeCharacters = '+#.';

/** So many texts are handed to Pagefind at once: it keeps all of them in memory until it has its files. */
const batchSize = 2000;

/**
 * Has Pagefind read `texts` as those of `language`: find their words, bring them to their stems, count them. Each is read
 * by itself, so that what came of it can be kept; its terms are numbered in `list`. Whoever asks for the last closes Pagefind. Throws what Pagefind complains of.
 */
export async function parseTexts(
  texts: readonly Text[],
  language: string,
  fields: readonly string[],
  list: TermList,
): Promise<ParsedTexts> {
  const parsed: ParsedText[] = [];
  let engine: readonly PagefindFile[] = [];
  for (let from = 0; from === 0 || from < texts.length; from += batchSize) {
    const batch = texts.slice(from, from + batchSize);
    const files = await filesOf([everyField(fields), ...batch], language);
    parsed.push(...parsedIn(files, batch, list));
    engine = files.filter(({ path }) => isEngine(path));
  }
  return { parsed, engine };
}

/** A text that has every field: Pagefind numbers the fields that occur, and the numbers shall be the same in each batch. */
function everyField(fields: readonly string[]): Text {
  return { url: '', content: '', meta: Object.fromEntries(fields.map((field) => [field, field])) };
}

async function filesOf(texts: readonly Text[], language: string): Promise<readonly PagefindFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: language, includeCharacters });
  if (!index) throw new Error(`The search index was not begun: ${errors.join('; ')}`);
  await Promise.all(texts.map((text) => add(index, text, language)));
  const made = await index.getFiles();
  await index.deleteIndex();
  if (made.errors.length > 0) throw new Error(`The search index was not made: ${made.errors.join('; ')}`);
  return made.files;
}

async function add(index: PagefindIndex, { url, content, meta }: Text, language: string): Promise<void> {
  const { errors } = await index.addCustomRecord({
    url: url || '/every-field/',
    language,
    content: content || 'every field',
    meta: { ...meta },
  });
  if (errors.length > 0) throw new Error(`${url} was not added to the search: ${errors.join('; ')}`);
}

function parsedIn(files: readonly PagefindFile[], texts: readonly Text[], list: TermList): ParsedText[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const file = (path: string): PagefindFile => {
    const found = byPath.get(path);
    if (!found) throw new Error(`Pagefind did not write ${path}.`);
    return found;
  };
  const pages = files.find(({ path }) => path.endsWith('.pf_meta'));
  if (!pages) throw new Error('Pagefind did not write its list of entries.');
  const meta = readMeta(unpack(pages));
  const terms = meta.pages.map(() => new TermsWriter(list));
  for (const chunk of meta.chunks)
    readWords(unpack(file(`index/${chunk}.pf_index`)), (word, form, page, places) =>
      terms[page]?.add(word, form, places),
    );
  const places = new Map<string, number>();
  for (const [page, { id }] of meta.pages.entries()) {
    const fragment = unpack(file(`fragment/${id}.pf_fragment`)).toString();
    places.set((JSON.parse(fragment) as { url: string }).url, page);
  }
  return texts.map(({ url }) => {
    const page = places.get(url);
    const [found, entry] = page === undefined ? [] : [terms[page], meta.pages[page]];
    if (!found || !entry) throw new Error(`Pagefind left out ${url}.`);
    return { words: entry.words, ...found.take() };
  });
}

function isEngine(path: string): boolean {
  return /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|wasm\..+)$/.test(path);
}
