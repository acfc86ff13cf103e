import type { ViewFilter, ViewGroup } from 'decap-cms-core';
import type * as z from 'zod';
import { isComing, sessionStates } from '../catalogue/session-state.ts';
import { defaultLocale, type Locale, locales } from '../i18n/locales.ts';
import { type CollectionName, collectionNames, collections } from '../schema/collections.ts';
import { factsOf } from '../schema/field-facts.ts';
import { listFacts } from './list-facts.ts';
import type { Titles } from './titles.ts';
import type { EditorWords } from './words.ts';

/** What the list of a collection can be filtered by. */
export function filtersOf(name: CollectionName, words: EditorWords, topics: Titles): ViewFilter[] {
  const { form, has } = formOf(name);
  return [
    ...['level', 'modality'].filter(has).flatMap((field) => choicesOf(name, field, words)),
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
}

/** A group of a list, and what stands over the entries of each value in place of the value. */
interface Group extends ViewGroup {
  readonly headings: Titles;
}

/** By what the list of a collection can be divided. */
export function groupsOf(name: CollectionName, words: EditorWords, topics: Titles): Group[] {
  const { form, has } = formOf(name);
  const ofField = (field: string, headings: Titles) => ({
    label: words.label([name, field]),
    field,
    headings,
  });
  return [
    ...(has('topics') ? [{ ...ofField('topics', topics), field: 'topics.0' }] : []),
    ...['level', 'modality', 'icon', 'competence', 'form', 'language']
      .filter(has)
      .map((field) => ofField(field, Object.fromEntries(optionsOf(name, field, words)))),
    ...(has('meetings')
      ? [
          { label: words.label([name, 'month']), field: listFacts.month, headings: {} },
          { label: words.t('cms.group.state'), field: listFacts.state, headings: stateWords(words) },
        ]
      : []),
    ...(hasTexts(form)
      ? [{ label: words.t('cms.group.missing'), field: listFacts.missing, headings: missingWords(words) }]
      : []),
  ];
}

/** The headings of all groups by group and value, as phrases of Decap’s interface: its configuration has no place for them. */
export function groupHeadings(words: EditorWords, topics: Titles): Readonly<Record<string, string>> {
  const headings = collectionNames.flatMap((name) =>
    groupsOf(name, words, topics).flatMap(({ field, headings }) =>
      Object.entries(headings).map(([value, words]) => [`${name}.${field}.${value}`, words] as const),
    ),
  );
  return Object.fromEntries(headings.map(([key, words]) => [`collection.groups.headings.${key}`, words]));
}

function formOf(name: CollectionName) {
  const form: z.ZodObject = collections[name].form;
  return { form, has: (field: string) => field in form.shape };
}

function byTitle(topics: Titles) {
  return Object.entries(topics).toSorted(([, one], [, other]) => one.localeCompare(other, defaultLocale));
}

/** What is still to come, then each state that the site shows. */
function statesOf(words: EditorWords) {
  const states = Object.entries(stateWords(words)).map(([state, label]) => ({
    label,
    field: listFacts.state,
    pattern: `^${state}$`,
  }));
  const coming = sessionStates.filter(isComing).join('|');
  return [
    { label: words.t('cms.filter.coming'), field: listFacts.state, pattern: `^(?:${coming})$` },
    ...states,
  ];
}

function stateWords(words: EditorWords): Titles {
  return Object.fromEntries(sessionStates.map((state) => [state, words.t(`options.state.${state}`)]));
}

/** Of each set of languages that an entry can lack, in the order in which the list facts name them. */
function missingWords(words: EditorWords): Titles {
  const sets = locales.reduce<Locale[][]>(
    (sets, locale) => sets.concat(sets.map((set) => [...set, locale])),
    [[]],
  );
  return Object.fromEntries(
    sets.map((set) => [
      set.join(' '),
      set.length === 0
        ? words.t('cms.group.complete')
        : set.map((locale) => words.t(`cms.filter.missing.${locale}`)).join(' · '),
    ]),
  );
}

function choicesOf(name: CollectionName, field: string, words: EditorWords) {
  return optionsOf(name, field, words).map(([value, label]) => ({
    label: `${words.label([name, field])} › ${label}`,
    field,
    pattern: `^${value}$`,
  }));
}

function optionsOf(name: CollectionName, field: string, words: EditorWords) {
  const { options = [] } = factsOf(formOf(name).form.shape[field] as z.ZodType);
  return options.map((value) => [value, words.option([name, field], value)] as const);
}

/** True where a title is written in each language, so that one can be missing. */
function hasTexts(form: z.ZodObject): boolean {
  return Object.values(form.shape).some(
    (field) => factsOf(field as z.ZodType).translated && (field as z.ZodType).def.type !== 'optional',
  );
}
