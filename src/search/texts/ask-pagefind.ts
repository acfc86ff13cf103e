import { close, createIndex } from 'pagefind';
import { CborReader } from './cbor.ts';
import { type PagefindFile, readMeta, readWords, unpack } from './pagefind-files.ts';

/** A term, and the words of which it is one: Pagefind looks them up by it. */
export interface TermOfWords {
  readonly word: string;
  /** The form in which a text has it, where that differs, else ''. */
  readonly form: string;
  /** The words of which it is one in a text, and how much it weighs there: of a part of a word it is less than of the whole. */
  readonly inText: readonly (readonly [word: number, weight: number])[];
  /** The words of which it is one in a field, where none weighs more than another. */
  readonly inField: readonly number[];
}

export interface Answer {
  readonly terms: readonly TermOfWords[];
  /** The files of the search that do not depend on what is searched. */
  readonly engine: readonly PagefindFile[];
}

/** What follows the words: Pagefind leaves out a text without any. */
const closing = 'word';

/** Letters besides those of words that are part of words: C++, C#, .NET. */
const includeCharacters = '+#.';

/** A word with anything but letters and digits: in a text some of its parts are terms together too, in a field they are not. */
const hasSigns = /[^\p{L}\p{N}]/u;

/**
 * Asks Pagefind how it takes each of `words`, by their places in the list, as one of `language`: which terms it makes of it and of
 * its parts, brought to their stems. It hears them as one text, and tells by their places there which it means; a word that a field
 * may be taken for otherwise it hears in one too. Its process ends with the answer: to start one takes milliseconds, and one that waits keeps a hundred megabytes.
 * Two may not ask at once in a thread. Throws what Pagefind complains of.
 */
export async function askPagefind(words: readonly string[], language: string): Promise<Answer> {
  const signed = words.flatMap((word, place) => (hasSigns.test(word) ? place : []));
  const field = signed.map((place) => words[place]);
  const files = await filesOf([...words, closing].join(' '), [...field, closing].join(' '), language);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const file = (path: string): PagefindFile => {
    const found = byPath.get(path);
    if (!found) throw new Error(`Pagefind did not write ${path}.`);
    return found;
  };
  const list = files.find(({ path }) => path.endsWith('.pf_meta'));
  if (!list) throw new Error('Pagefind did not write its list of entries.');
  const { pages, chunks } = readMeta(unpack(list));
  const heard = pages[0]?.words;
  if (heard !== words.length + 1)
    throw new Error(`Pagefind heard ${heard} words where there were ${words.length + 1}.`);
  const isSigned = new Set(signed);
  const terms: TermOfWords[] = [];
  for (const chunk of chunks)
    readWords(unpack(file(`index/${chunk}.pf_index`)), (word, form, _page, places) => {
      const reader = new CborReader(places);
      const isAsked = ([place]: [place: number, group: number]) => place < words.length;
      const inText = Array.from(readPlaces(reader)).filter(isAsked);
      const asInText = inText.flatMap(([place]) => (isSigned.has(place) ? [] : place));
      const heardInField = Array.from(readPlaces(reader)).flatMap(([place]) => signed[place] ?? []);
      terms.push({ word, form, inText, inField: [...asInText, ...heardInField] });
    });
  return { terms, engine: files.filter(({ path }) => isEngine(path)) };
}

async function filesOf(text: string, field: string, language: string): Promise<readonly PagefindFile[]> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: language, includeCharacters });
    if (!index) throw new Error(`The search index was not begun: ${errors.join('; ')}`);
    const added = await index.addCustomRecord({ url: '/', language, content: text, meta: { field } });
    const made = await index.getFiles();
    const complaints = [...added.errors, ...made.errors];
    if (complaints.length > 0) throw new Error(`The search index was not made: ${complaints.join('; ')}`);
    return made.files;
  } finally {
    await close();
  }
}

/** Places, each the distance from the one before; a number below 0 begins anew, with those of a weight or a field: it is that, less and minus one. */
function* readPlaces(reader: CborReader): Generator<[place: number, group: number]> {
  let [group, place] = [0, 0];
  for (let left = reader.array(); left > 0; left--) {
    const value = reader.integer();
    if (value < 0) [group, place] = [-1 - value, 0];
    else {
      place += value;
      yield [place, group];
    }
  }
}

function isEngine(path: string): boolean {
  return /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|wasm\..+)$/.test(path);
}
