import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { type OccasionFacts, occasionOf } from '../../src/catalogue/occasions.ts';
import { isComing, sessionStates } from '../../src/catalogue/session-state.ts';
import { nameFields } from '../../src/cms/collections.ts';
import type { EditorWords } from '../../src/cms/words.ts';
import { datesFor } from '../../src/i18n/dates.ts';
import { locales } from '../../src/i18n/locales.ts';
import { partsOf } from '../../src/loader/front-matter.ts';
import { type CollectionName, collections } from '../../src/schema/collections.ts';
import { factsOf } from '../../src/schema/field-facts.ts';

/** An entry as its files have it: what is in the French one, and the languages it has. */
export interface EntryInFiles {
  readonly slug: string;
  readonly languages: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What the list of a collection has to show, read from the files and not from the editor. */
export interface ExpectedList {
  readonly entries: readonly EntryInFiles[];
  /** Whether the filter with this label names the entry. */
  readonly isNamed: (label: string, entry: EntryInFiles) => boolean;
  /** What stands over the entry where the list is divided by the group with this label. */
  readonly heading: (label: string, entry: EntryInFiles) => string;
  /** Whether the list stands by days, the newest first, until somebody sorts it. */
  readonly isByDay: boolean;
  /** The value of each of these entries by which the field with this label sorts them. */
  readonly valuesOf: (label: string, slugs: readonly string[]) => unknown[];
  /** Such values as they have to stand, upwards. */
  readonly ascending: (label: string) => unknown[];
}

/** The list of a collection of the academy in `root`; `drafts` names the entries that somebody works on. */
export function expectedList(
  root: string,
  collection: CollectionName,
  words: EditorWords,
  drafts: readonly string[],
): ExpectedList {
  const entries = entriesOf(root, collection);
  const topics = new Map(entriesOf(root, 'topics').map(({ slug, facts }) => [slug, String(facts['title'])]));
  const today = new Date().toISOString().slice(0, 10);
  const label = (field: string) => words.label([collection, field]);
  const occasion = ({ facts }: EntryInFiles) =>
    occasionOf(facts as unknown as OccasionFacts, Date.now(), 'Europe/Luxembourg');
  const topicsOf = ({ facts }: EntryInFiles) =>
    ((facts['topics'] ?? []) as string[]).map((slug) => topics.get(slug) ?? slug);
  const form: { readonly shape: Readonly<Record<string, unknown>> } = collections[collection].form;
  const choicesOf = (field: string) => factsOf(form.shape[field] as Parameters<typeof factsOf>[0]).options;
  const wordOf = (field: string, { facts }: EntryInFiles) => {
    const value = facts[field] === undefined ? undefined : String(facts[field]);
    return value && choicesOf(field) ? words.option([collection, field], value) : value;
  };

  const isNamed = (name: string, entry: EntryInFiles): boolean => {
    const { slug, facts, languages } = entry;
    const [field, value] = name.split(' › ');
    const state = sessionStates.find((each) => words.t(`options.state.${each}`) === name);
    const missing = locales.find((each) => words.t(`cms.filter.missing.${each}`) === name);
    if (state) return occasion(entry).state === state;
    if (missing) return !languages.includes(missing);
    if (value && field === label('topics')) return topicsOf(entry).includes(value);
    if (value) return wordOf(field === label('level') ? 'level' : 'modality', entry) === value;
    const begins = collection === 'news' ? facts['date'] : facts['publishOn'];
    const others: Readonly<Record<string, boolean>> = {
      [words.t('cms.filter.archived')]: facts['archived'] === true,
      [words.t('cms.filter.featured')]: facts['featured'] === true,
      [words.t('cms.filter.scheduled')]: String(begins ?? '') > today,
      [words.t('cms.filter.withdrawn')]: String(facts['unpublishOn'] ?? '9999') <= today,
      [words.t('cms.filter.draft')]: drafts.includes(`${collection}/${slug}`),
      [words.t('cms.filter.coming')]: 'meetings' in facts && isComing(occasion(entry).state),
    };
    if (!(name in others)) throw new Error(`Say in this test what “${name}” names.`);
    return others[name] === true;
  };

  const heading = (name: string, entry: EntryInFiles): string => {
    const missing = locales.filter((locale) => !entry.languages.includes(locale));
    const whole = words.t('cms.group.complete');
    if (name === words.t('cms.group.missing'))
      return `${name} › ${missing.map((each) => words.t(`cms.filter.missing.${each}`)).join(' · ') || whole}`;
    if (name === words.t('cms.group.state'))
      return `${name} › ${words.t(`options.state.${occasion(entry).state}`)}`;
    if (name === words.label([collection, 'month']))
      return `${name} › ${datesFor('fr').month(occasion(entry).firstDay)}`;
    const field = Object.keys(form.shape).find((each) => label(each) === name) ?? '';
    const word = field === 'topics' ? topicsOf(entry)[0] : wordOf(field, entry);
    return word === undefined ? 'Autre' : `${name} › ${word}`;
  };

  const sortKey = (name: string) => {
    const fields = [nameFields[collection] ?? 'title', ...Object.keys(form.shape)];
    return fields.find((field) => field !== 'meetings' && label(field) === name) ?? 'meetings';
  };
  const valueAt = (field: string, { facts }: EntryInFiles) =>
    field === 'meetings' ? (facts[field] as OccasionFacts['meetings'])[0]?.date : facts[field];
  const valuesOf = (name: string, slugs: readonly string[]) =>
    slugs.map((slug) => {
      const entry = entries.find((each) => each.slug === slug);
      return entry && valueAt(sortKey(name), entry);
    });
  const ascending = (name: string) => {
    const field = sortKey(name);
    const options = field === 'meetings' ? undefined : choicesOf(field);
    const { compare } = new Intl.Collator('fr', { numeric: true });
    const order = (one: unknown, other: unknown) =>
      options
        ? options.indexOf(String(one)) - options.indexOf(String(other))
        : compare(String(one), String(other));
    // Where there is nothing JavaScript puts it last, too.
    return entries.map((entry) => valueAt(field, entry)).sort(order);
  };
  const isByDay = 'meetings' in form.shape;
  return { entries, isByDay, isNamed, heading, valuesOf, ascending };
}

function entriesOf(root: string, collection: CollectionName): EntryInFiles[] {
  const folder = join(root, 'content', collection);
  const files = readdirSync(folder);
  return files
    .filter((file) => /\.fr\.\w+$/.test(file))
    .map((file) => {
      const [slug = '', , extension] = file.split('.');
      const { yaml } = partsOf(extension as 'mdx' | 'yaml', readFileSync(join(folder, file), 'utf8'));
      const languages = files
        .filter((each) => each.startsWith(`${slug}.`))
        .map((each) => each.split('.')[1] ?? '');
      return { slug, languages, facts: load(yaml) as Readonly<Record<string, unknown>> };
    });
}
