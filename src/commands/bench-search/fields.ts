import { z } from 'zod';

/** Text, however a file has it: numbers are text too, and what is null or absent is empty. */
export const text = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => String(value ?? '').trim());

/** Text that must be there. */
export const someText = text.refine((value) => value !== '', { error: 'must be a text and not empty' });

/** A language: `fr`, also written `FR`, `fr-LU` or `fr_LU`. */
export const language = someText.transform((value) => value.toLowerCase().replace(/[-_].*$/, ''));

/** A word, several, or several by language or by any other name. */
export const words = z.unknown().optional().transform(wordsIn);

function wordsIn(value: unknown): string[] {
  if (value === null || value === undefined || value === false) return [];
  if (typeof value === 'object') return Object.values(value).flatMap(wordsIn);
  return [String(value).trim()].filter((word) => word !== '');
}
