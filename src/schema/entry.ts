import type * as z from 'zod';
import type { Locale } from '../i18n/locales.ts';
import type { Translated } from './field-facts.ts';

type ShapeOf<Form extends z.ZodObject> = Form['shape'];

type Absent<T> = undefined extends T ? true : false;
/** Fields that may be absent become optional properties, as zod's own objects have them. */
type Loosen<Fields> = { [K in keyof Fields as Absent<Fields[K]> extends true ? never : K]: Fields[K] } & {
  [K in keyof Fields as Absent<Fields[K]> extends true ? K : never]?: Fields[K];
};

/** The fields of a form that are written once. */
export type FactsOf<Form extends z.ZodObject> = Loosen<{
  [K in keyof ShapeOf<Form> as ShapeOf<Form>[K] extends Translated ? never : K]: z.output<ShapeOf<Form>[K]>;
}>;

/** The fields of a form that are written in each language. */
export type TextsOf<Form extends z.ZodObject> = Loosen<{
  [K in keyof ShapeOf<Form> as ShapeOf<Form>[K] extends Translated ? K : never]: z.output<ShapeOf<Form>[K]>;
}>;

/** Where the body of an entry lies in one language: read when a page is rendered, never held. */
export interface BodyPlace {
  /** From the content folder: courses/rgpd.fr.mdx */
  readonly file: string;
  /** The line of the file on which the body begins, from 1. */
  readonly line: number;
  readonly isEmpty: boolean;
  /** Changes with the file. */
  readonly digest: string;
}

/** An entry of the content: its facts, and its texts in the languages it is written in. */
export interface Entry<Facts, Texts> {
  readonly slug: string;
  readonly facts: Facts;
  readonly texts: Readonly<Partial<Record<Locale, Texts>>>;
  readonly bodies: Readonly<Partial<Record<Locale, BodyPlace>>>;
  /** Changes when one of the entry's files changes, bodies included. */
  readonly digest: string;
}

export type EntryOf<Form extends z.ZodObject> = Entry<FactsOf<Form>, TextsOf<Form>>;
