import type * as z from 'zod';
import type { CollectionName } from '../schema/collections.ts';
import { factsOf } from '../schema/field-facts.ts';
import type { FieldMistake } from '../schema/mistakes.ts';

/** A place in an entry that names another entry, a page or a file of the media folder. */
export interface Reference {
  readonly path: FieldMistake['path'];
  readonly to:
    | { readonly collection: CollectionName; readonly slug: string }
    /** A file of the media folder. */
    | { readonly media: string }
    /** A page of this site, from its root and without language: /courses/rgpd/. */
    | { readonly page: string };
}

/** Every reference in `value`, which `form` has read. */
export function referencesIn(form: z.ZodObject, value: Record<string, unknown>): Reference[] {
  return Object.entries(form.shape).flatMap(([name, field]) =>
    value[name] === undefined ? [] : referencesOf(field as z.ZodType, value[name], [name]),
  );
}

function referencesOf(field: z.ZodType, value: unknown, path: FieldMistake['path']): Reference[] {
  const facts = factsOf(field);
  if (facts.refersTo) {
    const to = (slug: unknown) => ({ collection: facts.refersTo as CollectionName, slug: String(slug) });
    return Array.isArray(value)
      ? value.map((slug, index) => ({ path: [...path, index], to: to(slug) }))
      : [{ path, to: to(value) }];
  }
  if (facts.kind === 'image' || facts.kind === 'file') return [{ path, to: { media: String(value) } }];
  const inner = field.def.type === 'optional' ? ((field as z.ZodOptional).unwrap() as z.ZodType) : field;
  const within = (form: z.ZodObject, item: unknown, itemPath: FieldMistake['path']) =>
    referencesIn(form, item as Record<string, unknown>).map(({ path: rest, to }) => ({
      path: [...itemPath, ...rest],
      to,
    }));
  if (facts.kind === 'record') return within(inner as z.ZodObject, value, path);
  if (facts.kind === 'list') {
    const form = (inner as z.ZodArray).element as z.ZodObject;
    return (value as unknown[]).flatMap((item, index) => within(form, item, [...path, index]));
  }
  return [];
}
