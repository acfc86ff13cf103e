import type * as z from 'zod';
import { type CollectionName, collectionNames, collections } from './collections.ts';
import { factsOf } from './field-facts.ts';
import { record } from './fields.ts';

/** A collection's form in its two halves: what is written once, and what is written in each language. */
export interface Halves {
  readonly facts: z.ZodObject;
  readonly texts: z.ZodObject;
  /** The first text an entry must have: a file without it is “not translated”. None where no text is required. */
  readonly head: string | undefined;
}

/** The halves of every collection's form. */
export function halvesOfForms(): Record<CollectionName, Halves> {
  return Object.fromEntries(
    collectionNames.map((name) => [name, halvesOf(collections[name].form)]),
  ) as Record<CollectionName, Halves>;
}

function halvesOf(form: z.ZodObject): Halves {
  const fields = Object.entries(form.shape) as [string, z.ZodType][];
  const half = (translated: boolean) =>
    fields.filter(([, field]) => (factsOf(field).translated ?? false) === translated);
  return {
    facts: record(Object.fromEntries(half(false))),
    texts: record(Object.fromEntries(half(true))),
    head: half(true).find(([, field]) => field.def.type !== 'optional')?.[0],
  };
}
