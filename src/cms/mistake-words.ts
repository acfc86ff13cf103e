import { defaultLocale, isLocale, type Locale } from '../i18n/locales.ts';
import { hasString } from '../i18n/strings.ts';
import { blocks } from '../schema/blocks.ts';
import { type CollectionName, collections } from '../schema/collections.ts';
import type { Mistake } from '../schema/mistakes.ts';
import type { EditorWords, FieldPath } from './words.ts';

/** What helps to tell a mistake to somebody who sees forms and no files. */
export interface MistakeSurroundings {
  /** The title of an entry, or undefined where there is none. */
  readonly titleOf?: (collection: CollectionName, slug: string) => string | undefined;
  /** The text of the line on which the mistake is. */
  readonly lineOf?: (mistake: Mistake) => string | undefined;
  /** True where the reader has the mistake’s entry before them, and needs not be told which it is. */
  readonly isOpen?: (collection: CollectionName, slug: string) => boolean;
}

const nothing: MistakeSurroundings = {};

/** A mistake in a sentence, with the names, options and titles that the editor’s forms show. */
export function mistakeInWords(
  mistake: Mistake,
  words: EditorWords,
  { titleOf, lineOf, isOpen = () => true }: MistakeSurroundings = nothing,
): string {
  const { collection, slug, locale } = placeOf(mistake.file);
  if (!(collection in collections)) {
    const { file, key, params } = mistake;
    return [file, words.message({ key, params })].filter(Boolean).join(' – ');
  }
  const line = mistake.field === 'body' ? lineOf?.(mistake)?.trim() : undefined;
  const field = fieldAsShown([collection, ...mistake.field.split('.').filter(Boolean)], words);
  const sentence = words.t('cms.refused', {
    language: words.t(`options.languages.${locale}`),
    field: line ? words.t('cms.refused.line', { field, line: shortened(line) }) : field,
    remedy: remedyOf(mistake, words, titleOf),
  });
  if (isOpen(collection, slug)) return sentence;
  const entry = words.t('cms.refused.entry', {
    collection: words.collection(collection, 'one'),
    title: titleOf?.(collection, slug) ?? slug,
  });
  return `${entry} – ${sentence}`;
}

function placeOf(file: string): { collection: CollectionName; slug: string; locale: Locale } {
  const [, collection = '', slug = '', locale] = /^([^/]+)\/([^/.]+)\.(?:(\w+)\.)?\w+$/.exec(file) ?? [];
  return {
    collection: collection as CollectionName,
    slug,
    locale: isLocale(locale) ? locale : defaultLocale,
  };
}

function shortened(line: string): string {
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** “Meetings 2 › Start”: the labels of the form. A block begins anew, with its own name. */
function fieldAsShown([collection = '', ...parts]: readonly string[], words: EditorWords): string {
  const isBlock = parts[0] === 'body' && parts.length > 1;
  const path = [isBlock ? (parts[1] ?? '') : collection];
  const shown = isBlock ? [blockAsShown(parts[1] ?? '', words)] : [];
  for (const part of isBlock ? parts.slice(2) : parts) {
    if (/^\d+$/.test(part)) shown.push(`${shown.pop() ?? ''} ${part}`);
    else {
      path.push(part);
      shown.push(words.hasLabel(path) ? words.label(path) : part);
    }
  }
  return shown.join(' › ') || words.collection(collection, 'one');
}

function blockAsShown(name: string, words: EditorWords): string {
  return Object.hasOwn(blocks, name) ? words.t(`cms.block.${name as keyof typeof blocks}`) : name;
}

/** What to write instead. Where the build speaks of files and signs, the form has words of its own. */
function remedyOf(mistake: Mistake, words: EditorWords, titleOf: MistakeSurroundings['titleOf']): string {
  const key = hasString(`cms.${mistake.key}`) ? `cms.${mistake.key}` : mistake.key;
  return words.message({ key, params: paramsAsShown(mistake, words, titleOf) });
}

function paramsAsShown(
  { params, field, file, key: mistakeKey }: Mistake,
  words: EditorWords,
  titleOf: MistakeSurroundings['titleOf'] = () => undefined,
): Mistake['params'] {
  const path = pathOf(file, field);
  const labelOf = (name: string) => {
    const paths = [
      [...path, name],
      [path[0] ?? '', name],
    ];
    const known = paths.find((each) => words.hasLabel(each));
    return known ? words.label(known) : name;
  };
  const each = (value: string | number, show: (part: string) => string) =>
    String(value).split(', ').map(show).join(', ');
  const shown: Readonly<Record<string, (value: string | number) => string | number>> = {
    field: (value) => labelOf(String(value)),
    fields: (value) => each(value, labelOf),
    options: (value) => each(value, (option) => words.option(path, option)),
    name: (value) => blockAsShown(String(value), words),
    names: (value) => each(value, (name) => blockAsShown(name, words)),
    collection: (value) => words.collection(String(value)),
    topic: (value) => titleOf('topics', String(value)) ?? value,
    file: (value) => {
      const { collection, slug } = placeOf(String(value));
      return collection in collections ? (titleOf(collection, slug) ?? slug) : value;
    },
  };
  const isOfTags = mistakeKey === 'mistakes.mdx.element' || mistakeKey === 'mistakes.mdx.attribute';
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const show = isOfTags && name === 'names' ? undefined : shown[name];
      return [name, show ? show(value) : value];
    }),
  );
}

/** The path of a field in its form: the positions in lists do not count. */
function pathOf(file: string, field: string): FieldPath {
  const parts = field.split('.').filter((part) => part !== '' && !/^\d+$/.test(part));
  return parts[0] === 'body' && parts.length > 1 ? parts.slice(1) : [placeOf(file).collection, ...parts];
}
