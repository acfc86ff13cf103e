import { CborWriter } from './cbor.ts';
import type { ParsedText } from './parsed-text.ts';
import type { TermList } from './term-list.ts';

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

/** The entries that have each term, and the bytes from and to which their places say where: columns of one table. */
interface Postings {
  /** The row from which those of a term stand, by its number; they go on to those of the next number. */
  readonly begins: Uint32Array;
  readonly entries: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** The words of all `texts`, whose terms are those of `list`, in chunks; entries are numbered in the order of the texts. */
export function chunksOf(texts: readonly ParsedText[], list: TermList): Chunk[] {
  const postings = postingsOf(texts, list.size);
  const { begins } = postings;
  const used = list.inOrder().filter((term) => begins[term] !== begins[term + 1]);
  const chunks: Chunk[] = [];
  const [head, body] = [new CborWriter(16), new CborWriter(mostBytes)];
  let [first, words] = ['', 0];
  for (let at = 0, end = 0; at < used.length; at = end) {
    const word = list.wordOf(used[at] as number);
    do end += 1;
    while (end < used.length && list.wordOf(used[end] as number) === word);
    if (words === 0) first = word;
    words += 1;
    writeWord(body, word, used.slice(at, end), { list, postings, texts });
    if (end < used.length && !endsChunk(body.length, word, list.wordOf(used[end] as number))) continue;
    head.array(1);
    head.array(words);
    chunks.push({ first, last: word, bytes: Buffer.concat([head.take(), body.take()]) });
    words = 0;
  }
  return chunks;
}

function endsChunk(length: number, word: string, next: string): boolean {
  if (length >= mostBytes) return true;
  return length >= leastBytes && word.slice(0, lettersTogether) !== next.slice(0, lettersTogether);
}

/** Rows sorted by counting: a catalogue has some hundred thousand. */
function postingsOf(texts: readonly ParsedText[], terms: number): Postings {
  const begins = new Uint32Array(terms + 1);
  for (const text of texts) for (const term of text.terms) (begins[term + 1] as number) += 1;
  for (let term = 0; term < terms; term += 1) (begins[term + 1] as number) += begins[term] as number;
  const next = begins.slice();
  const rows = begins[terms] as number;
  const [entries, from, to] = [new Uint32Array(rows), new Uint32Array(rows), new Uint32Array(rows)];
  for (const [entry, text] of texts.entries()) {
    let end = 0;
    for (const [at, term] of text.terms.entries()) {
      const row = next[term] as number;
      next[term] = row + 1;
      entries[row] = entry;
      from[row] = end;
      end = text.ends[at] as number;
      to[row] = end;
    }
  }
  return { begins, entries, from, to };
}

/** What words are written from. */
interface Written {
  readonly list: TermList;
  readonly postings: Postings;
  readonly texts: readonly ParsedText[];
}

/** Writes a word with its terms, in their order: that of the word itself, if texts have it, is the first. */
function writeWord(writer: CborWriter, word: string, terms: readonly number[], written: Written): void {
  const { list } = written;
  writer.array(3);
  writer.text(word);
  const [plain] = terms.filter((term) => list.formOf(term) === '');
  if (plain === undefined) writer.array(0);
  else writeEntries(writer, plain, written);
  const others = plain === undefined ? terms : terms.slice(1);
  writer.array(others.length);
  for (const term of others) {
    writer.array(2);
    writer.text(list.formOf(term));
    writeEntries(writer, term, written);
  }
}

function writeEntries(writer: CborWriter, term: number, { postings, texts }: Written): void {
  const { begins, entries, from, to } = postings;
  const [first, end] = [begins[term] as number, begins[term + 1] as number];
  writer.array(end - first);
  let former = 0;
  for (let row = first; row < end; row += 1) {
    const entry = entries[row] as number;
    writer.array(3);
    writer.unsigned(entry - former);
    writer.items((texts[entry] as ParsedText).places, from[row] as number, to[row] as number);
    former = entry;
  }
}
