import type { CollectionName, FormOf } from '../schema/collections.ts';
import type { EntryOf } from '../schema/entry.ts';

/** All entries of the content, by collection and slug, in all their languages. */
export type Content = {
  readonly [Name in CollectionName]: ReadonlyMap<string, EntryOf<FormOf<Name>>>;
};
