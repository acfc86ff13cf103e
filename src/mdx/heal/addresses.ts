import { type Edit, escapesOf } from './edits.ts';

/** What was found at a place: its edits, and where to go on. */
export interface Find {
  readonly edits: readonly Edit[];
  readonly end: number;
}

const autolink = /<((?:https?:\/\/|mailto:|tel:)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/iy;

/** A link in the place of `<https://…>` or `<name@host>`, which MDX reads as a tag. */
export function autolinkAt(text: string, at: number): Find | undefined {
  autolink.lastIndex = at;
  const [whole, address = ''] = autolink.exec(text) ?? [];
  if (!whole) return undefined;
  const isPlain = !/[\\`*[\]{}~|]|\b_|_\b|&[\w#]+;/.test(address);
  const words = isPlain
    ? address
    : address.replace(/:\/\//, ':\\//').replace(/[\\`*[\]{}~|_&](?!\/\/)/g, '\\$&');
  const target = encoded(/^[^:/?#]+@/.test(address) ? `mailto:${address}` : address);
  const end = at + whole.length;
  return { edits: [{ start: at, end, text: `[${words}](${target})`, what: 'address' }], end };
}

function encoded(address: string): string {
  return address.replace(
    /[\s()<>\\`{}|[\]"'*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Edits that keep an address in the word before `at` from becoming a link by itself: such a link would swallow the
 * backslash that is to be written at `at`.
 */
export function brokenAddress(text: string, at: number): Edit[] {
  const word = /[^\s<]*$/.exec(text.slice(Math.max(0, at - 2000), at))?.[0] ?? '';
  const addresses = [...word.matchAll(/https?:(?=\/\/)|www(?=\.)/gi)].slice(-5);
  return addresses.map(({ 0: found, index }) => {
    const start = at - word.length + index + found.length;
    return { start, end: start, text: '\\', what: 'address' };
  });
}

/** An address, perhaps a title, in brackets. */
const resource =
  /\([ \t\n]*(?:<((?:[^<>\n\\]|\\.)*)>|(?!<)(?:[^\s()\\]|\\\S|\\(?=\s)|\((?:[^\s()\\]|\\\S)*\))*)(?:[ \t\n]+(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\)))?[ \t\n]*\)/y;

/**
 * The address of a link after its `]`, made so that it reads the same whether or not it turns out to be a link. What
 * is no address, but could be taken for one, loses its bracket's meaning.
 */
export function resourceAt(text: string, at: number, hasBracket: boolean): Find | undefined {
  if (text[at] !== '(') return undefined;
  resource.lastIndex = at;
  const [whole, angled] = resource.exec(text) ?? [];
  if (whole === undefined) {
    return /[`<]/.test(text.slice(at)) ? { edits: escapesOf('(', at, 'spacing'), end: at + 1 } : undefined;
  }
  const edits: Edit[] = [];
  let from = at;
  if (angled !== undefined && hasBracket) {
    const start = text.indexOf('<', at);
    from = start + angled.length + 2;
    edits.push({
      start,
      end: from,
      text: angled.replace(/\\(.)/g, '$1').replace(/[\s\S]*/, encoded),
      what: 'address',
    });
  }
  const end = at + whole.length;
  const risky = /\\[!-/:-@[-`{-~]|[`<{]|[ \t]*\n[ \t]*/g;
  risky.lastIndex = from;
  for (let match = risky.exec(text); match && match.index < end; match = risky.exec(text)) {
    const { 0: run, index } = match;
    const isSpace = run.includes('\n');
    if (isSpace) edits.push({ start: index, end: index + run.length, text: ' ', what: 'spacing' });
    else if (!run.startsWith('\\')) edits.push(...escapesOf(run, index, run === '`' ? 'backtick' : 'brace'));
    if (!isSpace && /[<{`]$/.test(run)) edits.push(...brokenAddress(text, index));
  }
  return { edits, end };
}
