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
  const words = used.map((term) => list.wordOf(term));
  const chunks: Chunk[] = [];
  const [head, body] = [new CborWriter(16), new CborWriter(mostBytes)];
  let [first, amount] = [0, 0];
  for (let at = 0, end = 0; at < used.length; at = end) {
    const word = words[at] as string;
    do end += 1;
    while (words[end] === word);
    amount += 1;
    writeWord(body, word, { list, postings, texts, terms: used, at, end });
    const next = words[end];
    if (next !== undefined && !endsChunk(body.length, word, next)) continue;
    head.array(1);
    head.array(amount);
    chunks.push({
      first: words[first] as string,
      last: word,
      bytes: Buffer.concat([head.take(), body.take()]),
    });
    [first, amount] = [end, 0];
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
    for (let at = 0; at < text.terms.length; at += 1) {
      const term = text.terms[at] as number;
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

/** A word: its terms are those from `at` to before `end`; that of the word itself, if texts have it, is the first. */
interface WrittenWord extends Written {
  readonly terms: readonly number[];
  readonly at: number;
  readonly end: number;
}

function writeWord(writer: CborWriter, word: string, written: WrittenWord): void {
  const { list, terms, at, end } = written;
  writer.array(3);
  writer.text(word);
  const isPlain = list.formOf(terms[at] as number) === '';
  if (isPlain) writeEntries(writer, terms[at] as number, written);
  else writer.array(0);
  const others = isPlain ? at + 1 : at;
  writer.array(end - others);
  for (let place = others; place < end; place += 1) {
    const term = terms[place] as number;
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
