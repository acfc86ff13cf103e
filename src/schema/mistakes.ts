import type * as z from 'zod';
import { factsOf } from './field-facts.ts';

/** A mistake in a value: where in it, and what to write instead (a string's key and its values). */
export interface FieldMistake {
  /** Names and list positions (from 0) from the outside in; empty for the value itself. */
  readonly path: readonly (string | number)[];
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A mistake in a file of the content. */
export interface Mistake {
  /** From the content folder: courses/rgpd.fr.mdx */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The field as an editor counts: meetings.2.start is the second meeting's start. Empty for the file as a whole. */
  readonly field: string;
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A field's path as an editor counts, list positions from 1. */
export function fieldName(path: FieldMistake['path']): string {
  return path.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.');
}

/**
 * `value` without what says nothing: nulls, empty strings, empty lists and groups of which nothing is left. Editors
 * and the CMS write them for fields that were not filled in.
 */
export function withoutBlanks(value: unknown): unknown {
  if (value === null || value === '') return undefined;
  if (Array.isArray(value)) {
    const items = value.map(withoutBlanks).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value === 'object' && value !== undefined) {
    const fields = Object.entries(value)
      .map(([name, field]) => [name, withoutBlanks(field)] as const)
      .filter(([, field]) => field !== undefined);
    return fields.length > 0 ? Object.fromEntries(fields) : undefined;
  }
  return value;
}

export type Checked<Form extends z.ZodType> =
  | { readonly value: z.output<Form>; readonly mistakes: readonly [] }
  | { readonly value: undefined; readonly mistakes: readonly FieldMistake[] };

/** `value` read by `form`, or every mistake in it with what to write instead. Never throws for a bad value. */
export function checkFields<Form extends z.ZodObject>(form: Form, value: unknown): Checked<Form> {
  const result = form.safeParse(withoutBlanks(value) ?? {});
  if (result.success) return { value: result.data, mistakes: [] };
  const mistakes = result.error.issues.flatMap((issue) => mistakesOf(form, issue));
  return { value: undefined, mistakes: withoutRepeats(mistakes) };
}

function mistakesOf(form: z.ZodObject, issue: z.core.$ZodIssue): FieldMistake[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const known = factsOf(fieldAt(form, path)).remedy.params?.['fields'] ?? '';
    return issue.keys.map((key) => ({
      path: [...path, key],
      key: 'mistakes.unknownField',
      params: { fields: known },
    }));
  }
  if (issue.code === 'custom' && typeof issue.params?.['key'] === 'string') {
    return [{ path, key: issue.params['key'], params: { ...issue.params['values'] } }];
  }
  const { remedy } = factsOf(fieldAt(form, path));
  return [{ path, key: remedy.key, params: { ...remedy.params } }];
}

/** The innermost field of `form` on `path` that a kind has made. */
function fieldAt(form: z.ZodType, path: readonly (string | number)[]): z.ZodType {
  let field = form;
  for (const part of path) {
    const inner = innerOf(field);
    const next = inner.def.type === 'object' ? (inner as z.ZodObject).shape[part] : elementOf(inner);
    if (!next) break;
    field = next as z.ZodType;
  }
  return field;
}

function innerOf(field: z.ZodType): z.ZodType {
  return field.def.type === 'optional' ? ((field as z.ZodOptional).unwrap() as z.ZodType) : field;
}

/** The items of a list of groups; the items of other lists have no remedy of their own. */
function elementOf(field: z.ZodType): z.ZodType | undefined {
  if (field.def.type !== 'array') return undefined;
  const element = (field as z.ZodArray).element as z.ZodType;
  return element.def.type === 'object' ? element : undefined;
}

function withoutRepeats(mistakes: FieldMistake[]): FieldMistake[] {
  return [
    ...new Map(mistakes.map((mistake) => [`${mistake.path.join('.')} ${mistake.key}`, mistake])).values(),
  ];
}
