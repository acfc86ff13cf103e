import * as z from 'zod';
import { factsOf } from '../schema/field-facts.ts';
import type { EditorWords, FieldPath } from './words.ts';

/** A field as Decap’s configuration has it; `widget` may be one of our own. */
export interface EditorField {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly [setting: string]: unknown;
}

/**
 * The fields of a form, as the editor shows them: label, hint and options in the words' language, and all that the
 * kinds of field say of themselves. `path` is the collection or block that the form is of.
 */
export function editorFields(form: z.ZodObject, path: FieldPath, words: EditorWords): EditorField[] {
  return Object.entries(form.shape).map(([name, field]) =>
    editorField(field as z.ZodType, [...path, name], words),
  );
}

function editorField(field: z.ZodType, path: FieldPath, words: EditorWords): EditorField {
  const { kind, widget, translated } = factsOf(field);
  const isOptional = field.def.type === 'optional';
  const inner = isOptional ? ((field as z.ZodOptional).unwrap() as z.ZodType) : field;
  const { default: preset, ...settings } = widget;
  const hint = words.hint(path) ?? (settings.widget === 'lines' ? words.t('cms.hint.lines') : undefined);
  return {
    name: path.at(-1) ?? '',
    label: words.label(path),
    ...settings,
    ...(!isOptional && preset !== undefined && { default: preset }),
    required: !isOptional && kind !== 'yesNo',
    ...(hint && { hint }),
    ...(translated && { i18n: true }),
    ...patternOf(inner, words),
    ...optionsOf(field, path, words),
    ...targetOf(field),
    ...innerFields(inner, path, words),
  };
}

/** The pattern of a line or a paragraph, so that a mistake is told beside the field while the form is filled in. */
function patternOf(field: z.ZodType, words: EditorWords): { pattern?: [string, string] } {
  const { remedy, kind, widget } = factsOf(field);
  if (!['string', 'text'].includes(widget.widget) || kind === 'timeZone' || field.def.type !== 'string')
    return {};
  const { pattern, maxLength } = z.toJSONSchema(field, { unrepresentable: 'any' }) as {
    pattern?: string;
    maxLength?: number;
  };
  const source = kind === 'text' || !pattern ? maxLength && `^[\\s\\S]{0,${maxLength}}$` : pattern;
  return source ? { pattern: [source, words.message(remedy)] } : {};
}

function optionsOf(field: z.ZodType, path: FieldPath, words: EditorWords) {
  const { options } = factsOf(field);
  return options && { options: options.map((value) => ({ value, label: words.option(path, value) })) };
}

/** Decap’s own widget would load the whole collection, and says that an entry has changed when it is only opened. */
function targetOf(field: z.ZodType) {
  const { refersTo, widget } = factsOf(field);
  return refersTo && { widget: 'entry', collection: refersTo, multiple: widget['multiple'] === true };
}

function innerFields(field: z.ZodType, path: FieldPath, words: EditorWords) {
  const { kind } = factsOf(field);
  if (kind === 'record') return { collapsed: false, fields: editorFields(field as z.ZodObject, path, words) };
  if (kind !== 'list') return undefined;
  const item = (field as z.ZodArray).element as z.ZodObject;
  const fields = editorFields(item, path, words);
  return { fields, collapsed: true, summary: summaryOf(fields), label_singular: words.item(path) };
}

/** What a closed group of a list shows: its first words, dates or choices. */
function summaryOf(fields: readonly EditorField[]): string {
  const shown = fields.filter(({ widget }) => !['object', 'list', 'lines', 'boolean'].includes(widget));
  return shown
    .slice(0, 3)
    .map(({ name }) => `{{fields.${name}}}`)
    .join(' ');
}
