import type { Locale } from '../i18n/locales.ts';
import { hasString, type Strings, stringsFor } from '../i18n/strings.ts';
import { blocks } from '../schema/blocks.ts';
import type { Remedy } from '../schema/field-facts.ts';

/** Where a field stands: its collection or block, the groups around it, and its name. */
export type FieldPath = readonly string[];

/** What the editor's forms say, in one language. */
export interface EditorWords extends Strings {
  /** A collection in the plural, or one entry of it. */
  collection(name: string, form?: 'one' | 'all'): string;
  label(path: FieldPath): string;
  /** One group of a list, as words that stand after “Add”. */
  item(path: FieldPath): string;
  /** False for a field that no form has. */
  hasLabel(path: FieldPath): boolean;
  hint(path: FieldPath): string | undefined;
  option(path: FieldPath, value: string): string;
  /** What to write instead of a mistake. */
  message(remedy: Remedy): string;
}

/** The words of the editor's forms. Throws for a field or an option that has none, and says which. */
export function editorWords(locale: Locale): EditorWords {
  const strings = stringsFor(locale);
  const find = (keys: readonly string[]) => {
    const key = keys.find(hasString);
    return key === undefined ? undefined : strings.t(key);
  };
  const found = (keys: readonly string[]) => {
    const words = find(keys);
    if (words === undefined) throw new Error(`Add “${keys.at(-1)}” to src/i18n/strings/*.json.`);
    return words;
  };
  return {
    ...strings,
    collection: (name, form = 'all') => found([`cms.collection.${name}${form === 'one' ? '.one' : ''}`]),
    label: (path) => found(tails(path).map((tail) => `cms.field.${tail}`)),
    item: (path) => found(tails(path).map((tail) => `cms.item.${tail}`)),
    hasLabel: (path) => tails(path).some((tail) => hasString(`cms.field.${tail}`)),
    hint: (path) =>
      find(
        tails(path)
          .slice(0, isOfBlock(path) ? -1 : undefined)
          .map((tail) => `cms.hint.${tail}`),
      ),
    option: (path, value) =>
      isCode(value)
        ? value
        : found(tails(path).flatMap((tail) => [`cms.option.${tail}.${value}`, `options.${tail}.${value}`])),
    message: ({ key, params }) => (hasString(key) ? strings.t(key, params) : key),
  };
}

/** The path without what stands first, then without the next, down to the name alone: the most exact words win. */
function tails(path: FieldPath): string[] {
  return path.map((_, index) => path.slice(index).join('.'));
}

/** A title of a block is not one that lists show: hints for fields of blocks name the block, or the list around the field. */
function isOfBlock([first = '']: FieldPath): boolean {
  return Object.hasOwn(blocks, first);
}

/** A1, D3: codes that are their own word. */
function isCode(value: string): boolean {
  return /^[A-Z]\d$/.test(value);
}
