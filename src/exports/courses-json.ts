import type { Catalogue, CourseView } from '../catalogue/catalogue.ts';
import { urlFor } from '../i18n/urls.ts';
import type { ListedField } from '../schema/listed-fields.ts';

/** A course for programs: its address, its language, and every field that its form has. */
export type CourseRecord = Readonly<Record<string, unknown>> & {
  readonly slug: string;
  readonly address: string;
  readonly language: string;
};

/** All courses that readers see, in the language of the catalogue, with the fields of `form` as the content has them. */
export function courseRecords(
  catalogue: Catalogue,
  form: readonly ListedField[],
  origin: URL | undefined,
): CourseRecord[] {
  return [...catalogue.courses.values()].map((course) => courseRecord(catalogue, course, form, origin));
}

/** One course; entries that readers may not see are not named in it. */
export function courseRecord(
  catalogue: Catalogue,
  course: CourseView,
  form: readonly ListedField[],
  origin: URL | undefined,
): CourseRecord {
  const all: Readonly<Record<string, unknown>> = { ...course.facts, ...course.text };
  const shown = form.flatMap((field) => {
    const value = visible(catalogue, field, all[field.name]);
    return value === undefined ? [] : [[field.name, value] as const];
  });
  const address = new URL(urlFor(catalogue.locale, `courses/${course.slug}/`), origin).href;
  return { slug: course.slug, address, language: course.language, ...Object.fromEntries(shown) };
}

function visible(catalogue: Catalogue, { refersTo }: ListedField, value: unknown): unknown {
  if (!refersTo || value === undefined) return value;
  const entries = catalogue[refersTo as keyof Catalogue];
  const isShown = (slug: unknown) => entries instanceof Map && entries.has(slug);
  if (!Array.isArray(value)) return isShown(value) ? value : undefined;
  const left = value.filter(isShown);
  return left.length > 0 ? left : undefined;
}
