import type { CmsCollection, SortableField } from 'decap-cms-core';
import type * as z from 'zod';
import { type Collection, type CollectionName, collections } from '../schema/collections.ts';
import { type EditorField, editorFields } from './fields.ts';
import { filtersOf, groupsOf } from './list-views.ts';
import type { Titles } from './titles.ts';
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

/** A collection as the editor shows it. The titles of `topics` are content, unlike the words of the schema. */
export function editorCollection(name: CollectionName, words: EditorWords, topics: Titles): EditorCollection {
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
  const groups = groupsOf(name, words, topics);
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
    view_filters: filtersOf(name, words, topics),
    ...(groups.length > 0 && { view_groups: groups.map(({ headings: _, ...group }) => group) }),
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
