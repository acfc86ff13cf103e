import type * as z from 'zod';
import { factsOf } from '../../schema/field-facts.ts';
import { typography } from '../typography.ts';
import type { PlaceOfField, Walk } from './walk.ts';

type Fields = Readonly<Record<string, unknown>>;

const words: ReadonlySet<string> = new Set(['text', 'longText']);

/** What is done with a field that holds words or, if `isProse`, Markdown. */
type Change = (value: unknown, isProse: boolean, path: Path) => unknown;

type Path = readonly (string | number)[];

/** `value` with what `change` returns for each field, however deep, that holds words or Markdown. */
export function changedWords(
  form: z.ZodObject,
  value: Fields,
  change: Change,
  path: Path = [],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      const type = form.shape[name] as z.ZodType | undefined;
      return [name, type ? changedField(type, field, change, [...path, name]) : field];
    }),
  );
}

function changedField(type: z.ZodType, value: unknown, change: Change, path: Path): unknown {
  const { kind, prose } = factsOf(type);
  if (prose || words.has(kind)) return change(value, prose ?? false, path);
  const inner = type.def.type === 'optional' ? ((type as z.ZodOptional).unwrap() as z.ZodType) : type;
  if (kind === 'record') return changedWords(inner as z.ZodObject, value as Fields, change, path);
  if (kind !== 'list')
    return kind === 'lines'
      ? (value as unknown[]).map((line, index) => change(line, false, [...path, index]))
      : value;
  const item = (inner as z.ZodArray).element as z.ZodObject;
  return (value as Fields[]).map((each, index) => changedWords(item, each, change, [...path, index]));
}

/** A block's fields for its page: Markdown as segments, words with the spaces of their language. */
export function compiledFields(
  form: z.ZodObject,
  value: Fields,
  id: string,
  at: PlaceOfField,
  walk: Walk,
): Record<string, unknown> {
  let count = 0;
  return changedWords(form, value, (text, isProse, path) => {
    if (!isProse) return typography(String(text), walk.locale);
    count += 1;
    return walk.readField(String(text), walk, () => at(path), `${id}-${count}`);
  });
}

/** The first field of one line that has words: what a reader would call the block. */
export function titleIn(form: z.ZodObject, value: Fields): string {
  const name = Object.keys(form.shape).find(
    (each) =>
      typeof value[each] === 'string' &&
      ['text', 'reference'].includes(factsOf(form.shape[each] as z.ZodType).kind),
  );
  return name ? String(value[name]) : '';
}
