import { datesFor } from '../i18n/dates.ts';
import { hasString, type StringKey, type Strings } from '../i18n/strings.ts';
import { fileUrl, linkTo, urlFor } from '../i18n/urls.ts';
import type { ListedField } from '../schema/listed-fields.ts';
import type { Catalogue } from './catalogue.ts';
import type { NamedFact } from './course-facts.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An entry of any collection, as far as its fields go. */
interface AnyView {
  readonly facts: object;
  readonly text: object;
}

/** A field of longer words, which wants a heading of its own. */
export interface OtherText {
  readonly name: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const textKinds: readonly string[] = ['longText', 'prose', 'lines'];

/**
 * The fields of an entry that no template has a place for, as facts: what is added to a form shows on the page of its
 * entries without anybody having to say where.
 */
export function otherFacts(
  catalogue: Catalogue,
  view: AnyView,
  fields: readonly ListedField[],
  placed: ReadonlySet<string>,
  strings: Strings,
): NamedFact[] {
  const all: Fields = { ...view.facts, ...view.text };
  return fields
    .filter(({ name, kind }) => !placed.has(name) && !textKinds.includes(kind))
    .map((field) => ({
      term: termOf(field, strings),
      values: valuesOf(catalogue, field, all[field.name], strings),
    }))
    .filter(({ values }) => values.length > 0);
}

/** The fields of longer words that no template has a place for. */
export function otherTexts(
  view: AnyView,
  fields: readonly ListedField[],
  placed: ReadonlySet<string>,
  strings: Strings,
): OtherText[] {
  const all: Fields = { ...view.facts, ...view.text };
  return fields
    .filter(({ name, kind }) => !placed.has(name) && textKinds.includes(kind) && all[name] !== undefined)
    .map((field) => {
      const value = all[field.name];
      const paragraphs = Array.isArray(value) ? value.map(String) : String(value).split(/\n\s*\n/);
      return { name: field.name, title: termOf(field, strings), paragraphs };
    });
}

/** The field’s name as pages have it, or as the editor’s forms do. */
function termOf({ name }: ListedField, { t }: Strings): string {
  const key = [`fields.${name}`, `cms.field.${name}`].find(hasString);
  if (!key) throw new Error(`Add “cms.field.${name}” to src/i18n/strings/*.json: a page shows it.`);
  return t(key as StringKey);
}

type Values = NamedFact['values'];

function valuesOf(catalogue: Catalogue, field: ListedField, value: unknown, strings: Strings): Values {
  if (value === undefined || value === false) return [];
  const { name, kind, refersTo, fields } = field;
  const each = (Array.isArray(value) ? value : [value]) as unknown[];
  if (refersTo) return each.flatMap((slug) => titleIn(catalogue, refersTo, String(slug)));
  if (kind === 'yesNo') return [{ text: strings.t('fields.yes') }];
  if (kind === 'choice' || kind === 'choices')
    return each.map((option) => ({ text: optionOf(name, String(option), strings) }));
  if (kind === 'wholeNumber' || kind === 'hours') return [{ text: strings.number(Number(value)) }];
  if (kind === 'date') return [{ text: datesFor(catalogue.locale).day(String(value)) }];
  if (kind === 'localDateTime') return [{ text: datesFor(catalogue.locale).moment(String(value)) }];
  if (kind === 'email') return [{ text: String(value), href: `mailto:${value}` }];
  if (kind === 'address' || kind === 'pageOrAddress')
    return [{ text: String(value), href: linkTo(catalogue.locale, String(value)) }];
  if (kind === 'image' || kind === 'file')
    return [{ text: String(value).split('/').at(-1) ?? '', href: fileUrl(String(value).slice(1)) }];
  if (fields.length > 0)
    return each.map((group) => ({ text: groupInWords(catalogue, fields, group as Fields, strings) }));
  return each.map((one) => ({ text: String(one) }));
}

function groupInWords(
  catalogue: Catalogue,
  fields: readonly ListedField[],
  group: Fields,
  strings: Strings,
): string {
  return fields
    .flatMap((field) => valuesOf(catalogue, field, group[field.name], strings).map(({ text }) => text))
    .join(' · ');
}

function optionOf(field: string, option: string, { t }: Strings): string {
  const key = [`options.${field}.${option}`, `cms.option.${field}.${option}`].find(hasString);
  return key ? t(key as StringKey) : option;
}

const pagesOf: readonly string[] = ['courses', 'modules', 'paths', 'topics', 'people', 'news'];

/** An entry that readers may see, by its title; nothing for another one. */
function titleIn(catalogue: Catalogue, collection: string, slug: string): Values {
  const entries = catalogue[collection as keyof Catalogue];
  const view = entries instanceof Map ? (entries.get(slug) as AnyView | undefined) : undefined;
  if (!view) return [];
  const { title, name, term } = { ...view.facts, ...view.text } as Record<string, string | undefined>;
  const text = title ?? name ?? term ?? slug;
  return [
    {
      text,
      ...(pagesOf.includes(collection) && { href: urlFor(catalogue.locale, `${collection}/${slug}/`) }),
    },
  ];
}
