import { autolinkAt, brokenAddress, type Find, resourceAt } from './addresses.ts';
import { codeAt } from './code.ts';
import { type Edit, escapesOf } from './edits.ts';
import { type Delimiter, delimiterAt, nests } from './nesting.ts';
import { isVoid, type Tag, tagAt } from './tags.ts';

const special = /\\[!-/:-@[-`{-~]?|`+|[<{[\]]|\*+|_+|~+/g;
const comment = /<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/y;

/** What a reading of a text found. */
interface Reading {
  readonly edits: Edit[];
  readonly tags: Tag[];
  readonly delimiters: Delimiter[];
}

/**
 * The edits after which `text`, a paragraph or a part of one from `from` on, reads as it was typed: what is a complete
 * tag with its partner stays, everything else that begins with `<` or `{` is text.
 */
export function inlineEdits(text: string, from = 0): Edit[] {
  let notTags: ReadonlySet<number> = new Set();
  for (;;) {
    const reading = read(text, from, notTags);
    const alone = tagsAlone(reading.tags);
    if (alone.length === 0) return [...reading.edits, ...crossings(reading)];
    notTags = new Set([...notTags, ...alone]);
  }
}

function read(text: string, from: number, notTags: ReadonlySet<number>): Reading {
  const reading: Reading = { edits: [], tags: [], delimiters: [] };
  const unclosed = new Set<number>();
  const scan = new RegExp(special);
  scan.lastIndex = from;
  let brackets = 0;
  for (let match = scan.exec(text); match; match = scan.exec(text)) {
    const { 0: run, index: at } = match;
    let found: Find | undefined;
    if (run === '\\<' || run === '\\{') found = { edits: brokenAddress(text, at), end: at + 2 };
    else if (run.startsWith('\\')) continue;
    else if (run.startsWith('`')) found = codeAt(text, at, run, unclosed);
    else if (run === '<' || run === '{')
      found = notTags.has(at) ? undefined : markupAt(text, at, reading.tags);
    else {
      reading.delimiters.push(delimiterAt(text, at, run));
      if (run === ']') found = resourceAt(text, at + 1, brackets > 0);
      if (run === '[') brackets += 1;
      else if (run === ']' && brackets > 0) brackets -= 1;
      if (!found) continue;
    }
    found ??= {
      edits: [...brokenAddress(text, at), ...escapesOf(run, at, run === '<' ? 'angle' : 'brace')],
      end: at + 1,
    };
    reading.edits.push(...found.edits);
    scan.lastIndex = found.end;
  }
  return reading;
}

/** A comment, an address or a tag at `at`; nothing where the character is text. */
function markupAt(text: string, at: number, tags: Tag[]): Find | undefined {
  comment.lastIndex = at;
  const dropped = comment.exec(text)?.[0];
  if (dropped)
    return {
      edits: [{ start: at, end: at + dropped.length, text: '', what: 'comment' }],
      end: at + dropped.length,
    };
  const link = autolinkAt(text, at);
  if (link) return link;
  const tag = text[at] === '<' ? tagAt(text, at) : undefined;
  if (!tag) return undefined;
  const edits: Edit[] = [];
  for (const { 0: found, index } of text.slice(at, tag.end).matchAll(/[ \t]*\n[ \t]*|`/g)) {
    const start = at + index;
    edits.push({ start, end: start + found.length, text: found === '`' ? '&#96;' : ' ', what: 'spacing' });
  }
  const tab = /^[ \t]*\t[ \t]*/.exec(text.slice(tag.end))?.[0];
  if (tab) edits.push({ start: tag.end, end: tag.end + tab.length, text: ' ', what: 'spacing' });
  if (tag.kind === 'open' && isVoid(tag.name)) {
    edits.push({ start: tag.end - 1, end: tag.end - 1, text: ' /', what: 'spacing' });
  } else tags.push(tag);
  return { edits, end: tag.end };
}

/** Where the tags begin that have no partner. */
function tagsAlone(tags: readonly Tag[]): number[] {
  const open: Tag[] = [];
  const alone: number[] = [];
  for (const tag of tags) {
    if (tag.kind === 'open') open.push(tag);
    if (tag.kind !== 'close') continue;
    const partner = open.findLastIndex((each) => each.name === tag.name);
    if (partner < 0) alone.push(tag.start);
    else for (const crossed of open.splice(partner).slice(1)) alone.push(crossed.start);
  }
  return alone.concat(open.map((tag) => tag.start));
}

/** Escapes for the emphasis and links inside a pair of tags that could end outside of it: `<A>*a</A> b*`. */
function crossings({ tags, delimiters }: Reading): Edit[] {
  const edits: Edit[][] = [];
  const frames: Delimiter[][] = [[]];
  let next = 0;
  for (const tag of tags) {
    while ((delimiters[next]?.at ?? Number.POSITIVE_INFINITY) < tag.start) {
      frames.at(-1)?.push(delimiters[next] as Delimiter);
      next += 1;
    }
    if (tag.kind === 'open') frames.push([]);
    if (tag.kind !== 'close') continue;
    const inner = frames.pop() ?? [];
    if (!nests(inner)) for (const { run, at } of inner) edits.push(escapesOf(run, at, 'spacing'));
  }
  return edits.flat();
}
