import { foldedWords } from './fold.ts';
import type { SearchRecord } from './records.ts';
import { shortestPart, WordTally } from './word-tally.ts';

/** A compound is at least so long, and its parts are. */
const shortest = { compound: 9, part: shortestPart };

/** What stands between the parts of a compound in German and Luxembourgish. */
const joints = ['', 's', 'es', 'n', 'en', 'e', 'er', '-'];

/** The words of all records, folded. */
type KnownWords = WordTally['parts'];

/** The languages that write compounds in one word. */
const compounding = new Set(['de', 'lb', 'nl', 'sv', 'da', 'nb', 'no', 'fi']);

/**
 * For each record, the last parts of the compounds in its title and keywords (“verordnung” in “Grundverordnung”), as far
 * as both parts are themselves words of the records: a search finds a word by its beginning alone.
 */
export function lastParts(
  records: readonly SearchRecord[],
  known: KnownWords = WordTally.of(records).parts,
): string[][] {
  const memory = new Map<string, string[]>();
  const partsOf = (word: string) => {
    const parts = memory.get(word) ?? splitOff(word, known);
    memory.set(word, parts);
    return parts;
  };
  return records.map(({ language, title, summary, others, tags }) => {
    const texts = [...(compounding.has(language) ? [title, summary] : []), ...others, ...tags];
    return [...new Set(texts.flatMap(foldedWords).flatMap(partsOf))];
  });
}

/** The ends of `word` that are words, where what stands before is one too, or most of one. */
function splitOff(word: string, known: KnownWords): string[] {
  if (word.length < shortest.compound || /\d/.test(word)) return [];
  const parts: string[] = [];
  for (let at = 3; at <= word.length - shortest.part; at++) {
    const tail = word.slice(at);
    if (known.has(tail) && isHead(word.slice(0, at), known)) parts.push(tail);
  }
  return parts;
}

function isHead(head: string, known: KnownWords): boolean {
  return joints.some((joint) => {
    if (!head.endsWith(joint)) return false;
    const bare = head.slice(0, head.length - joint.length);
    return bare.length >= 3 && (known.has(bare) || known.has(`${bare}e`) || known.has(`${bare}en`));
  });
}
