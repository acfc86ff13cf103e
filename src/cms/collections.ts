import type { CmsCollection, SortableField } from 'decap-cms-core';
import type * as z from 'zod';
import { isComing, sessionStates } from '../catalogue/session-state.ts';
import { defaultLocale, type Locale, locales } from '../i18n/locales.ts';
import { type Collection, type CollectionName, collections } from '../schema/collections.ts';
import { factsOf } from '../schema/field-facts.ts';
import { type EditorField, editorFields } from './fields.ts';
import { listFacts } from './list-facts.ts';
import type { EditorWords } from './words.ts';

/** A collection as Decap’s types describe it, but for the fields: those may have widgets of our own. */
export type EditorCollection = Omit<CmsCollection, 'fields'> & { readonly fields: readonly EditorField[] };

/** The field of a collection that names an entry where it has no title. */
export const nameFields: Partial<Record<CollectionName, string>> = {
  sessions: 'course',
  people: 'name',
  venues: 'name',
  glossary: 'term',
  statements: 'text',
  site: 'name',
};

/** Where the address of a new entry comes from, if not from its name. */
const slugs: Partial<Record<CollectionName, string>> = {
  courses: '{{code}}',
  sessions: "{{course}}-{{fields.meetings.0.date | date('YYYY-MM')}}",
};

const summaries: Partial<Record<CollectionName, string>> = {
  courses: '{{title}} · {{code}}',
  sessions: '{{course}} · {{fields.meetings.0.date}}',
  exchanges: '{{title}} · {{fields.meetings.0.date}}',
  news: '{{title}} · {{date}}',
};

/** The titles of the topics by their slugs: unlike the words of the schema they are content. */
export type TopicTitles = Readonly<Record<string, string>>;

/** A collection as the editor shows it. */
export function editorCollection(
  name: CollectionName,
  words: EditorWords,
  topics: TopicTitles,
): EditorCollection {
  const collection: Collection = collections[name];
  const fields = [...editorFields(collection.form, [name], words), ...bodyOf(name, words)];
  const common = {
    name,
    label: words.collection(name),
    label_singular: words.collection(name, 'one'),
    i18n: true,
    format: `${collection.extension}-safe`,
    extension: collection.extension,
    media_folder: `/public/media/${name}`,
    public_folder: `/media/${name}`,
    ...previewPath(name, words),
  };
  const title = nameFields[name] ?? 'title';
  return {
    ...common,
    folder: `content/${name}`,
    // The site is one entry. Decap’s collections of files know no files by language: it is a folder too.
    create: name !== 'site',
    delete: name !== 'site',
    identifier_field: title,
    slug: slugs[name] ?? `{{${title}}}`,
    summary: summaries[name] ?? `{{${title}}}`,
    sortable_fields: sortable(collection.form, title, words, name),
    ...views(name, collection.form, words, topics),
    fields,
  };
}

function bodyOf(name: CollectionName, words: EditorWords): EditorField[] {
  if (collections[name].extension !== 'mdx') return [];
  const label = words.label([name, 'body']);
  return [{ name: 'body', label, widget: 'markdown', modes: ['rich_text'], required: false, i18n: true }];
}

/** The page that shows an entry: its own, or one on which it stands. */
function previewPath(name: CollectionName, { locale }: EditorWords): Pick<CmsCollection, 'preview_path'> {
  const { pages }: Collection = collections[name];
  if (pages !== undefined) return { preview_path: `${locale}/${pages && `${pages}/`}{{slug}}/` };
  return { preview_path: `${locale}/${whereShown[name] ?? ''}` };
}

const whereShown: Partial<Record<CollectionName, string>> = {
  sessions: 'courses/{{course}}/',
  exchanges: 'trainers/',
  glossary: 'glossary/',
};

/** By name, by code, by date: what people look for in a list. */
function sortable(form: z.ZodObject, title: string, words: EditorWords, name: string): SortableField[] {
  const wanted = [title, 'code', 'date', 'level', 'modality', 'position', 'minutes'];
  const fields = wanted.filter((field) => field in form.shape);
  const sorted = fields.map((field) => ({ field, label: words.label([name, field]) }));
  if (!('meetings' in form.shape)) return sorted;
  return [...sorted, { field: 'meetings.0.date', label: words.label([name, 'date']), default_sort: 'desc' }];
}

function views(name: CollectionName, form: z.ZodObject, words: EditorWords, topics: TopicTitles) {
  const has = (field: string) => field in form.shape;
  const filters = [
    ...['level', 'modality'].filter(has).flatMap((field) => choicesOf(name, form, field, words)),
    ...(['archived', 'featured'] as const)
      .filter(has)
      .map((field) => ({ label: words.t(`cms.filter.${field}`), field, pattern: true })),
    ...(has('meetings') ? statesOf(words) : []),
    ...(has('unpublishOn') ? (['scheduled', 'withdrawn'] as const) : []).map((when) => ({
      label: words.t(`cms.filter.${when}`),
      field: listFacts.publication,
      pattern: when,
    })),
    { label: words.t('cms.filter.draft'), field: listFacts.draft, pattern: true },
    ...(hasTexts(form) ? locales : []).map((locale: Locale) => ({
      label: words.t(`cms.filter.missing.${locale}`),
      field: listFacts.missing,
      pattern: `\\b${locale}\\b`,
    })),
    ...(has('topics') ? byTitle(topics) : []).map(([slug, title]) => ({
      label: `${words.label([name, 'topics'])} › ${title}`,
      field: 'topics',
      pattern: `"${slug}"`,
    })),
  ];
  const groups = [
    ...['topics.0', 'level', 'modality', 'icon', 'competence', 'form', 'language']
      .filter((field) => has(field.replace('.0', '')))
      .map((field) => ({ label: words.label([name, field.replace('.0', '')]), field })),
    ...(has('meetings')
      ? [{ label: words.label([name, 'month']), field: 'meetings.0.date', pattern: '\\d{4}-\\d{2}' }]
      : []),
  ];
  return {
    view_filters: filters,
    ...(groups.length > 0 && { view_groups: groups }),
  };
}

function byTitle(topics: TopicTitles) {
  return Object.entries(topics).toSorted(([, one], [, other]) => one.localeCompare(other, defaultLocale));
}

/** What is still to come, then each state that the site shows. */
function statesOf(words: EditorWords) {
  const states = sessionStates.map((state) => ({
    label: words.t(`options.state.${state}`),
    field: listFacts.state,
    pattern: `^${state}$`,
  }));
  const coming = sessionStates.filter(isComing).join('|');
  return [
    { label: words.t('cms.filter.coming'), field: listFacts.state, pattern: `^(?:${coming})$` },
    ...states,
  ];
}

function choicesOf(name: string, form: z.ZodObject, field: string, words: EditorWords) {
  const { options = [] } = factsOf(form.shape[field] as z.ZodType);
  return options.map((value) => ({
    label: `${words.label([name, field])} › ${words.option([name, field], value)}`,
    field,
    pattern: `^${value}$`,
  }));
}

/** True where a title is written in each language, so that one can be missing. */
function hasTexts(form: z.ZodObject): boolean {
  return Object.values(form.shape).some(
    (field) => factsOf(field as z.ZodType).translated && (field as z.ZodType).def.type !== 'optional',
  );
}
