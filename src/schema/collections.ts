import type * as z from 'zod';
import { audit } from './audit.ts';
import { course } from './course.ts';
import { exchange } from './exchange.ts';
import { glossaryTerm } from './glossary.ts';
import { module } from './module.ts';
import { news } from './news.ts';
import { page } from './page.ts';
import { path } from './path.ts';
import { person } from './person.ts';
import { session } from './session.ts';
import { site } from './site.ts';
import { statement } from './statement.ts';
import { synonymGroup } from './synonyms.ts';
import { topic } from './topic.ts';
import { venue } from './venue.ts';

export interface Collection<Form extends z.ZodObject = z.ZodObject> {
  readonly form: Form;
  /** mdx: front matter and a body; yaml: fields alone. */
  readonly extension: 'mdx' | 'yaml';
  /** The folder of its pages' addresses, without language: courses/rgpd/. Absent: entries have no page of their own. */
  readonly pages?: string;
}

/** The collections, in the order in which an editor meets them. The key is the folder in `content/`. */
export const collections = {
  courses: { form: course, extension: 'mdx', pages: 'courses' },
  sessions: { form: session, extension: 'yaml' },
  modules: { form: module, extension: 'mdx', pages: 'modules' },
  paths: { form: path, extension: 'mdx', pages: 'paths' },
  topics: { form: topic, extension: 'yaml', pages: 'topics' },
  news: { form: news, extension: 'mdx', pages: 'news' },
  people: { form: person, extension: 'yaml', pages: 'people' },
  venues: { form: venue, extension: 'yaml' },
  exchanges: { form: exchange, extension: 'yaml' },
  glossary: { form: glossaryTerm, extension: 'yaml' },
  statements: { form: statement, extension: 'yaml' },
  synonyms: { form: synonymGroup, extension: 'yaml' },
  pages: { form: page, extension: 'mdx', pages: '' },
  audits: { form: audit, extension: 'yaml' },
  site: { form: site, extension: 'yaml' },
} as const satisfies Record<string, Collection>;

export type CollectionName = keyof typeof collections;

export const collectionNames = Object.keys(collections) as CollectionName[];

export type FormOf<Name extends CollectionName> = (typeof collections)[Name]['form'];
