import * as z from 'zod';

/** What a field says of itself: its kind, what to write instead of a mistake, the widget by which the CMS edits it, its marks. */
export interface FieldFacts {
  readonly kind: string;
  readonly remedy: Remedy;
  readonly widget: Widget;
  readonly options?: readonly string[];
  readonly refersTo?: string;
  readonly translated?: boolean;
  readonly facet?: boolean;
  /** True where the value is Markdown that the MDX room compiles. */
  readonly prose?: boolean;
}

/** What to write instead of a mistake: a string's key and the values of its placeholders. */
export interface Remedy {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A widget of Decap CMS, or one of our own (`src/cms/editor/widgets/`), and its settings, without name, label and hint. */
export interface Widget {
  readonly widget: string;
  readonly [setting: string]: unknown;
}

const registry = z.registry<FieldFacts>();

/** What a field says of itself. Throws for a schema that was not made by a kind of this file. */
export function factsOf(field: z.core.$ZodType): FieldFacts {
  const facts = registry.get(field);
  if (!facts) throw new Error('A field of the schema was made without a kind of src/schema/fields.ts.');
  return facts;
}

/** The field, which says `facts` of itself from now on. */
export function kind<Field extends z.ZodType>(field: Field, facts: FieldFacts): Field {
  registry.add(field, facts);
  return field;
}

function mark<Field extends z.ZodType>(field: Field, marks: Partial<FieldFacts>): Field {
  return kind(field.clone(), { ...factsOf(field), ...marks });
}

declare const isTranslated: unique symbol;
export interface Translated {
  readonly [isTranslated]: true;
}

/** The field is written in each language's file; every other field is written once, in the default language's. */
export function translated<Field extends z.ZodType>(field: Field): Field & Translated {
  return mark(field, { translated: true }) as Field & Translated;
}

/** The search offers the field as a facet. */
export function facet<Field extends z.ZodType>(field: Field): Field {
  return mark(field, { facet: true });
}

/** A new entry begins with this value in the editor’s form. */
export function beginsWith<Field extends z.ZodType>(field: Field, value: z.output<Field>): Field {
  const { widget } = factsOf(field);
  return mark(field, { widget: { ...widget, default: value } });
}

/** The field may be absent. */
export function optional<Field extends z.ZodType>(field: Field): z.ZodOptional<Field> {
  return kind(field.optional(), factsOf(field));
}
