import { dump, load } from 'js-yaml';
import { partsOf } from '../loader/front-matter.ts';
import { heal } from '../mdx/heal.ts';
import { withoutBlanks } from '../schema/mistakes.ts';

/** How Decap reads and writes a file of the content. */
export interface FileFormat {
  fromFile(text: string): Record<string, unknown>;
  toFile(data: object, order?: readonly string[]): string;
}

/** The file as it was read: what nobody changed is written as it was, so that a draft holds what its editor wrote. */
const source = '_source';

/**
 * The format of files with this extension. What is written says nothing twice and nothing blank, in the order of the
 * form; the body is healed as the build heals it. A language in which nothing is written gives a file that says nothing,
 * which is not kept: an empty text Decap would not send, and a text that was removed would stay.
 */
export function fileFormat(extension: 'mdx' | 'yaml'): FileFormat {
  const read = (text: string): Record<string, unknown> => {
    const { yaml, body } = partsOf(extension, text.replace(/\r\n?/g, '\n'));
    const values = (yaml.trim() === '' ? {} : load(yaml)) as Record<string, unknown>;
    return extension === 'mdx' ? { ...values, body: withoutSeemingLists(body.trim()) } : values;
  };
  return {
    fromFile: (text) => ({ ...read(text), [source]: text }),
    toFile(data, order = []) {
      const { [source]: former, ...all } = data as Record<string, unknown>;
      const kept = Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('_')));
      if (typeof former === 'string' && isSame(read(former), kept)) return former;
      const { body, ...values } = kept;
      const fields = (withoutBlanks(values) ?? {}) as Record<string, unknown>;
      const isBlank = Object.keys(fields).length === 0;
      const yaml = yamlOf(inOrder(fields, order));
      if (extension === 'yaml') return yaml;
      const text = heal(String(body ?? '')).text.trim();
      if (isBlank) return text ? `---\n---\n\n${text}\n` : '---\n---\n';
      return `---\n${yaml}---\n${text && `\n${text}\n`}`;
    },
  };
}

/**
 * A body as Decap’s older Markdown reads it right: to it a line of a paragraph that begins with “25. Mai” begins a list,
 * which in CommonMark only a 1 can do. A backslash says the same in both.
 */
function withoutSeemingLists(body: string): string {
  const parts = body.split(/(^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\2[ \t]*$)/m);
  return parts
    .filter((_, index) => index % 3 !== 2)
    .map((part, index) => (index % 2 === 0 ? part.replace(/(?:^.*\S.*(?:\n|$))+/gm, inParagraph) : part))
    .join('');
}

function inParagraph(lines: string): string {
  if (/^\s*(?:[-*+>#|<]|\d+[.)]\s)/.test(lines)) return lines;
  return lines.replace(/\n(\d+)(?=[.)][ \t])/g, '\n$1\\');
}

/** True for the same words, whatever the order of the fields; blanks don’t count. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(withoutBlanks(one))) === JSON.stringify(sorted(withoutBlanks(other)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)]));
}

/** YAML as people write it. js-yaml would write a no-break space as a sign of its own, and put the text into quotes for it. */
export function yamlOf(value: object): string {
  const kept = JSON.parse(JSON.stringify(value).replaceAll('\u00a0', standIn)) as object;
  return dump(kept, { lineWidth: 120, noRefs: true }).replaceAll(standIn, '\u00a0');
}

/** A character that no text has. */
const standIn = '\uf8ff';

/** The fields as the form has them; one that it doesn’t know stands last. */
function inOrder(fields: Record<string, unknown>, order: readonly string[]): Record<string, unknown> {
  const place = (name: string) => order.indexOf(name) + 1 || order.length + 1;
  return Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => place(a) - place(b)));
}

/** True for the text of a file in which nothing is written. */
export function isBlankFile(text: string): boolean {
  return text === '{}\n' || text === '---\n---\n';
}
