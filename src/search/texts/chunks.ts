import { CborReader, CborWriter } from './cbor.ts';
import { type ParsedText, readTerms } from './parsed-text.ts';

/** Words that follow each other in the order of UTF-8, with the places of each: what a search loads for one of them. */
export interface Chunk {
  readonly first: string;
  readonly last: string;
  readonly bytes: Buffer;
}

/** A chunk is closed once it has so many bytes, unpacked, a third of that packed: a search loads the chunk of each of its words. */
const leastBytes = 16_000;
/** A chunk ends only between words that differ in their first letters, so that with the beginning of a word all come that begin so; */
const lettersTogether = 4;
/** … unless it has grown to this. */
const mostBytes = 160_000;

/** Three numbers for each entry that has a word: its place, and the bytes from and to which its terms say where. */
type Entries = number[];

/** The entries that have a word as it is looked up, and those that have it in other forms. */
interface Forms {
  readonly plain: Entries;
  others?: Map<string, Entries>;
}

/** The words of all `texts` in chunks; entries are numbered in the order of the texts. */
export function chunksOf(texts: readonly ParsedText[]): Chunk[] {
  const readers = texts.map(({ terms }) => new CborReader(terms));
  const words = wordsIn(readers);
  const sorted = inOrderOfBytes([...words.keys()]);
  const chunks: Chunk[] = [];
  const head = new CborWriter(16);
  const body = new CborWriter(mostBytes);
  let first = 0;
  for (const [at, word] of sorted.entries()) {
    writeWord(body, word, words.get(word) as Forms, readers);
    const next = sorted[at + 1];
    if (next !== undefined && !endsChunk(body.length, word, next)) continue;
    head.array(1);
    head.array(at + 1 - first);
    chunks.push({
      first: sorted[first] as string,
      last: word,
      bytes: Buffer.concat([head.take(), body.take()]),
    });
    first = at + 1;
  }
  return chunks;
}

function endsChunk(length: number, word: string, next: string): boolean {
  if (length >= mostBytes) return true;
  return length >= leastBytes && word.slice(0, lettersTogether) !== next.slice(0, lettersTogether);
}

function wordsIn(readers: readonly CborReader[]): Map<string, Forms> {
  const words = new Map<string, Forms>();
  for (const [page, reader] of readers.entries()) {
    readTerms(reader, (word, form, from, to) => {
      let forms = words.get(word);
      if (!forms) {
        forms = { plain: [] };
        words.set(word, forms);
      }
      entriesOf(forms, form).push(page, from, to);
    });
  }
  return words;
}

function entriesOf(forms: Forms, form: string): Entries {
  if (form === '') return forms.plain;
  forms.others ??= new Map();
  const known = forms.others.get(form);
  if (known) return known;
  const entries: Entries = [];
  forms.others.set(form, entries);
  return entries;
}

function writeWord(
  writer: CborWriter,
  word: string,
  { plain, others = new Map() }: Forms,
  readers: readonly CborReader[],
): void {
  writer.array(3);
  writer.text(word);
  writeEntries(writer, plain, readers);
  writer.array(others.size);
  for (const form of inOrderOfBytes([...others.keys()])) {
    writer.array(2);
    writer.text(form);
    writeEntries(writer, others.get(form) ?? [], readers);
  }
}

function writeEntries(writer: CborWriter, entries: readonly number[], readers: readonly CborReader[]): void {
  writer.array(entries.length / 3);
  let former = 0;
  for (let at = 0; at < entries.length; at += 3) {
    const page = entries[at] as number;
    writer.array(3);
    writer.unsigned(page - former);
    writer.items((readers[page] as CborReader).bytes, entries[at + 1], entries[at + 2]);
    former = page;
  }
}

/** The order of UTF-8, in which the search looks words up: that of texts, but for signs beyond the first plane. */
function inOrderOfBytes(words: readonly string[]): string[] {
  if (!words.some((word) => hasSurrogates.test(word))) return words.toSorted();
  return words.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

const hasSurrogates = /[\ud800-\udfff]/;
