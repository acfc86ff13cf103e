import type { BodyPlace } from '../schema/entry.ts';
import type { Mistake } from '../schema/mistakes.ts';
import type { ContentFile } from './files.ts';
import type { Parts } from './front-matter.ts';
import type { PlacedReference } from './read-entry.ts';

export interface ReadBody {
  readonly place: BodyPlace;
  readonly references: readonly PlacedReference[];
  readonly mistakes: readonly Mistake[];
  readonly notices: readonly Mistake[];
}

/** A file's body: where it lies, what it refers to and every mistake in it. */
export function readBody(file: ContentFile, parts: Parts): ReadBody {
  const place = { file: file.file, line: parts.bodyLine, isEmpty: parts.body.trim() === '' };
  return { place, references: [], mistakes: [], notices: [] };
}
