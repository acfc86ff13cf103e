import { CborWriter } from './cbor.ts';
import type { ParsedText } from './parsed-text.ts';
import type { TermList } from './term-list.ts';

/** Words that follow each other in the order of UTF-8, with the places of each: what a search loads for one of them. */
export interface Chunk {
  readonly first: string;
  readonly last: string;
  /** The first word of the next chunk; '' after the last one. */
  readonly next: string;
  /** How many terms it has. */
  readonly terms: number;
}

/** A chunk that was written anew. */
export interface WrittenChunk extends Chunk {
  readonly bytes: Buffer;
}

/** The chunks of an earlier index, and the texts that it was over, with terms of the same list. */
export interface FormerIndex<Former extends Chunk> {
  readonly texts: readonly ParsedText[];
  readonly chunks: readonly Former[];
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

/**
 * The words of all `texts`, whose terms are those of `list`, in chunks; entries are numbered in the order of the texts. Chunks of
 * the `former` index that would come out the same are used again: those in which no text that changed has a term.
 */
export function chunksOf<Former extends Chunk>(
  texts: readonly ParsedText[],
  list: TermList,
  former?: FormerIndex<Former>,
): (Former | WrittenChunk)[] {
  const postings = postingsOf(texts, list.size);
  const { begins } = postings;
  const used = list.inOrder().filter((term) => begins[term] !== begins[term + 1]);
  const words = used.map((term) => list.wordOf(term));
  const formerAt = formerChunks(texts, list, former, { used, words });
  const chunks: (Former | WrittenChunk)[] = [];
  const [head, body] = [new CborWriter(16), new CborWriter(mostBytes)];
  for (let from = 0, at = 0, amount = 0; from < used.length; ) {
    const same = at === from ? formerAt(from) : undefined;
    if (same) {
      chunks.push(same);
      from += same.terms;
      at = from;
      continue;
    }
    const word = words[at] as string;
    let end = at + 1;
    while (words[end] === word) end += 1;
    amount += 1;
    writeWord(body, word, { list, postings, texts, terms: used, at, end });
    at = end;
    const next = words[end];
    if (next !== undefined && !endsChunk(body.length, word, next)) continue;
    head.array(1);
    head.array(amount);
    const bytes = Buffer.concat([head.take(), body.take()]);
    chunks.push({ first: words[from] as string, last: word, next: next ?? '', terms: end - from, bytes });
    [from, amount] = [end, 0];
  }
  return chunks;
}

/** Says which chunk of the former index stands at a place among the terms that are used, and is the same. */
function formerChunks<Former extends Chunk>(
  texts: readonly ParsedText[],
  list: TermList,
  former: FormerIndex<Former> | undefined,
  { used, words }: { readonly used: readonly number[]; readonly words: readonly string[] },
): (at: number) => Former | undefined {
  if (former?.texts.length !== texts.length) return () => undefined;
  const touched = new Uint8Array(list.size);
  for (const [place, text] of texts.entries()) {
    const before = former.texts[place] as ParsedText;
    if (before === text) continue;
    for (const { terms } of [before, text]) for (const term of terms) touched[term] = 1;
  }
  const byFirst = new Map(former.chunks.map((chunk) => [chunk.first, chunk]));
  return (at) => {
    const chunk = byFirst.get(words[at] as string);
    if (!chunk) return undefined;
    const end = at + chunk.terms;
    // A term that is gone has made room for another, or the chunk ends elsewhere now.
    if (words[end - 1] !== chunk.last || (words[end] ?? '') !== chunk.next) return undefined;
    for (let place = at; place < end; place += 1) if (touched[used[place] as number] === 1) return undefined;
    return chunk;
  };
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
