import { dump, load } from 'js-yaml';
import { partsOf } from '../loader/front-matter.ts';
import { heal } from '../mdx/heal.ts';
import { withoutBlanks } from '../schema/mistakes.ts';

/** How Decap reads and writes a file of the content. */
export interface FileFormat {
  fromFile(text: string): Record<string, unknown>;
  toFile(data: object, order?: readonly string[]): string;
}

/**
 * The format of files with this extension. What is written says nothing twice and nothing blank, in the order of the
 * form; the body is healed as the build heals it. A language in which nothing is written gives a file
 * that says nothing, which is not kept: an empty text Decap would not send, and a text that was removed would stay.
 */
export function fileFormat(extension: 'mdx' | 'yaml'): FileFormat {
  return {
    fromFile(text) {
      const { yaml, body } = partsOf(extension, text.replace(/\r\n?/g, '\n'));
      const values = (yaml.trim() === '' ? {} : load(yaml)) as Record<string, unknown>;
      return extension === 'mdx' ? { ...values, body: body.trim() } : values;
    },
    toFile(data, order = []) {
      const { body, ...values } = data as Record<string, unknown>;
      const kept = Object.entries(values).filter(([name]) => !name.startsWith('_'));
      const fields = (withoutBlanks(Object.fromEntries(kept)) ?? {}) as Record<string, unknown>;
      const isBlank = Object.keys(fields).length === 0;
      const yaml = dump(inOrder(fields, order), { lineWidth: 120, noRefs: true });
      if (extension === 'yaml') return yaml;
      const text = heal(String(body ?? '')).text.trim();
      if (isBlank) return text ? `---\n---\n\n${text}\n` : '---\n---\n';
      return `---\n${yaml}---\n${text && `\n${text}\n`}`;
    },
  };
}

/** The fields as the form has them; one that it doesn’t know stands last. */
function inOrder(fields: Record<string, unknown>, order: readonly string[]): Record<string, unknown> {
  const place = (name: string) => order.indexOf(name) + 1 || order.length + 1;
  return Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => place(a) - place(b)));
}

/** True for the text of a file in which nothing is written. */
export function isBlankFile(text: string): boolean {
  return text === '{}\n' || text === '---\n---\n';
}
