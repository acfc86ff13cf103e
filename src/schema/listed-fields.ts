import type * as z from 'zod';
import { factsOf } from './field-facts.ts';

/** A field of a form, for those who show fields without knowing them. */
export interface ListedField {
  readonly name: string;
  readonly kind: string;
  readonly isTranslated: boolean;
  readonly refersTo?: string;
  /** The fields of a group, or of each group of a list. */
  readonly fields: readonly ListedField[];
}

/** Of each form that was asked for: every page of a course asks. */
const listed = new WeakMap<z.ZodObject, readonly ListedField[]>();

/** The fields of a form in their order, those of groups within them. */
export function listedFields(form: z.ZodObject): readonly ListedField[] {
  const fields = listed.get(form) ?? readFields(form);
  listed.set(form, fields);
  return fields;
}

function readFields(form: z.ZodObject): ListedField[] {
  return Object.entries(form.shape).map(([name, field]) => {
    const { kind, translated = false, refersTo } = factsOf(field as z.ZodType);
    return {
      name,
      kind,
      isTranslated: translated,
      ...(refersTo && { refersTo }),
      fields: innerForm(field as z.ZodType, kind).flatMap(listedFields),
    };
  });
}

function innerForm(field: z.ZodType, kind: string): z.ZodObject[] {
  const inner = field.def.type === 'optional' ? ((field as z.ZodOptional).unwrap() as z.ZodType) : field;
  if (kind === 'record') return [inner as z.ZodObject];
  return kind === 'list' ? [(inner as z.ZodArray).element as z.ZodObject] : [];
}
