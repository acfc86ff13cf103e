import * as z from 'zod';
import { kind } from './field-facts.ts';

/*
 * The kinds of field. A kind says everything about itself: what is valid, what to write instead of a mistake
 * (`remedy`, the key of a string), and the widget by which the CMS edits it. The marks `translated`, `facet`,
 * `beginsWith` and `optional` say how a field behaves. Nothing else in the house asks what kind a field is.
 */

export { beginsWith, facet, optional, translated } from './field-facts.ts';
export { address, email, pageOrAddress } from './link-fields.ts';
export { date, localDateTime, time, timeZone } from './moment-fields.ts';

/** One line of text. */
export function text({ max = 200 }: { max?: number } = {}) {
  return kind(
    z
      .string()
      .trim()
      .min(1)
      .max(max)
      .regex(/^[^\n]*$/),
    {
      kind: 'text',
      remedy: { key: 'mistakes.text', params: { max } },
      widget: { widget: 'string' },
    },
  );
}

/** A paragraph or a few, without markup. */
export function longText({ max = 2000 }: { max?: number } = {}) {
  return kind(z.string().trim().min(1).max(max), {
    kind: 'longText',
    remedy: { key: 'mistakes.longText', params: { max } },
    widget: { widget: 'text' },
  });
}

/** Text with Markdown, compiled by the MDX room: for the fields of blocks. */
export function prose({ max = 20_000 }: { max?: number } = {}) {
  return kind(z.string().min(1).max(max), {
    kind: 'prose',
    prose: true,
    remedy: { key: 'mistakes.longText', params: { max } },
    widget: { widget: 'text' },
  });
}

export function wholeNumber({ min, max }: { min: number; max: number }) {
  return kind(z.int().min(min).max(max), {
    kind: 'wholeNumber',
    remedy: { key: 'mistakes.wholeNumber', params: { min, max } },
    widget: { widget: 'number', value_type: 'int', min, max },
  });
}

/** Hours, in quarters of an hour. */
export function hours({ max = 2000 }: { max?: number } = {}) {
  return kind(z.number().min(0).max(max).multipleOf(0.25), {
    kind: 'hours',
    remedy: { key: 'mistakes.hours', params: { max } },
    widget: { widget: 'number', value_type: 'float', min: 0, max, step: 0.25 },
  });
}

export function yesNo() {
  return kind(z.boolean(), {
    kind: 'yesNo',
    remedy: { key: 'mistakes.yesNo' },
    widget: { widget: 'boolean', default: false },
  });
}

/** One of `options`; their words are strings under the field's name. */
export function choice<const Options extends readonly [string, ...string[]]>(options: Options) {
  return kind(z.enum(options), {
    kind: 'choice',
    options,
    remedy: { key: 'mistakes.choice', params: { options: options.join(', ') } },
    widget: { widget: 'select' },
  });
}

/** One or more of `options`, each once. */
export function choices<const Options extends readonly [string, ...string[]]>(options: Options) {
  return kind(z.array(z.enum(options)).min(1).refine(areDistinct), {
    kind: 'choices',
    options,
    remedy: { key: 'mistakes.choices', params: { options: options.join(', ') } },
    widget: { widget: 'select', multiple: true },
  });
}

/** Lines of text, in order. */
export function lines({ max = 300 }: { max?: number } = {}) {
  return kind(z.array(z.string().trim().min(1).max(max)).min(1), {
    kind: 'lines',
    remedy: { key: 'mistakes.lines', params: { max } },
    widget: { widget: 'lines' },
  });
}

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The slug of an entry of another collection. That it exists is checked when all entries are known. */
export function reference(collection: string) {
  return kind(z.string().regex(slugPattern), {
    kind: 'reference',
    refersTo: collection,
    remedy: { key: 'mistakes.reference', params: { collection } },
    widget: { widget: 'relation' },
  });
}

/** Slugs of entries of another collection, each once, in order. */
export function references(collection: string) {
  return kind(z.array(z.string().regex(slugPattern)).min(1).refine(areDistinct), {
    kind: 'references',
    refersTo: collection,
    remedy: { key: 'mistakes.references', params: { collection } },
    widget: { widget: 'relation', multiple: true },
  });
}

/** A path that once led here, from the site's root: /fr/formations/ancien-titre/. */
export function formerAddresses() {
  return kind(
    z
      .array(z.string().regex(/^\/(?!\/)[\w./%-]*$/))
      .min(1)
      .refine(areDistinct),
    {
      kind: 'formerAddresses',
      remedy: { key: 'mistakes.formerAddresses' },
      widget: { widget: 'lines' },
    },
  );
}

/** The code by which administrations know a course. */
export function code() {
  return kind(
    z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{2,39}$/),
    {
      kind: 'code',
      remedy: { key: 'mistakes.code' },
      widget: { widget: 'string' },
    },
  );
}

/** A picture in the media folder, as the page's address of it: /media/courses/atelier.jpg. */
export function image() {
  return kind(z.string().regex(/^\/media\/[\w./-]+\.(?:jpe?g|png|webp|avif|gif|svg)$/i), {
    kind: 'image',
    remedy: { key: 'mistakes.image' },
    widget: { widget: 'image' },
  });
}

/** A file in the media folder: a document, a video, captions. */
export function file() {
  return kind(z.string().regex(/^\/media\/[\w./-]+\.[a-z0-9]+$/i), {
    kind: 'file',
    remedy: { key: 'mistakes.file' },
    widget: { widget: 'file' },
  });
}

/** A group of fields. Fields that the form does not know are a mistake. */
export function record<Shape extends Record<string, z.ZodType>>(shape: Shape) {
  return kind(z.strictObject(shape), {
    kind: 'record',
    remedy: { key: 'mistakes.record', params: { fields: Object.keys(shape).join(', ') } },
    widget: { widget: 'object' },
  });
}

/** Groups of fields, in order. */
export function list<Item extends z.ZodObject>(item: Item, { min = 1 }: { min?: number } = {}) {
  return kind(z.array(item).min(min), {
    kind: 'list',
    remedy: { key: 'mistakes.list', params: { min } },
    widget: { widget: 'list' },
  });
}

function areDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
