import { sessionsOf, venueOf } from '../../catalogue/agenda.ts';
import { type Catalogue, type CourseView, pick, withParents } from '../../catalogue/catalogue.ts';
import type { InLanguage } from '../../catalogue/languages.ts';
import { courseDuration, hoursWords, wordOf } from '../../catalogue/words.ts';
import { datesFor } from '../../i18n/dates.ts';
import { stringsFor } from '../../i18n/strings.ts';

/** The collections whose entries have a page, in the order of the menu. */
export const pageCollections = ['courses', 'modules', 'paths', 'topics', 'people', 'news', 'pages'] as const;

export type PageCollection = (typeof pageCollections)[number];

export interface Link {
  readonly text: string;
  readonly href: string;
}

/** The page of an entry as every generator is given it: words and addresses, nothing to look up but lists. */
export interface PlainPage {
  readonly locale: string;
  readonly collection: PageCollection;
  readonly slug: string;
  /** From the root of the site: /fr/courses/rgpd/ */
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  /** The language of the texts. */
  readonly language: string;
  /** A course’s topics and the main topics they belong to: in whose lists it stands. One that is kept as a record is in none. */
  readonly topics: readonly string[];
  readonly level: string;
  readonly audiences: readonly string[];
  readonly facts: readonly { readonly term: string; readonly values: readonly string[] }[];
  readonly texts: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly sessions: readonly { readonly when: string; readonly where: string; readonly state: string }[];
  readonly links: readonly { readonly title: string; readonly links: readonly Link[] }[];
  readonly body: InLanguage<object, object>['body'];
}

/** The pages of all entries in one language, collection by collection. */
export function plainPages(catalogue: Catalogue): PlainPage[] {
  const { locale, courses, archivedCourses, modules, paths, topics, people, news, pages } = catalogue;
  const page = (
    collection: PageCollection,
    entry: InLanguage<object, object>,
    own: Partial<PlainPage> = {},
  ): PlainPage => ({
    locale,
    collection,
    slug: entry.slug,
    address: addressOf(locale, collection, entry.slug),
    title: textIn(entry.text, 'title'),
    summary: textIn(entry.text, 'summary'),
    language: entry.language,
    topics: [],
    level: '',
    audiences: [],
    facts: [],
    texts: [],
    sessions: [],
    links: [],
    body: entry.body,
    ...own,
  });
  return [
    ...[...courses.values(), ...archivedCourses.values()].map((course) =>
      page('courses', course, courseParts(catalogue, course)),
    ),
    ...[...modules.values()].map((module) => page('modules', module)),
    ...[...paths.values()].map((path) => page('paths', path)),
    ...[...topics.values()].map((topic) => page('topics', topic)),
    ...[...people.values()].map((person) =>
      page('people', person, {
        title: person.facts.name,
        summary: person.text.role,
        texts: [{ title: '', lines: [person.text.bio ?? ''] }],
      }),
    ),
    ...[...news.values()].map((entry) => page('news', entry)),
    ...[...pages.values()].map((entry) => page('pages', entry)),
  ];
}

function textIn(text: object, name: string): string {
  return String((text as Record<string, unknown>)[name] ?? '');
}

/** Where the page of an entry is, from the root of the site. */
export function addressOf(locale: string, collection: PageCollection, slug: string): string {
  return collection === 'pages' ? `/${locale}/${slug}/` : `/${locale}/${collection}/${slug}/`;
}

function courseParts(catalogue: Catalogue, course: CourseView): Partial<PlainPage> {
  const { facts, text } = course;
  const { locale, topics, people, modules } = catalogue;
  const { t } = stringsFor(locale);
  const titled = (title: string, lines: readonly (string | undefined)[]) => ({
    title,
    lines: lines.filter((line) => line !== undefined),
  });
  const linked = (collection: PageCollection, entries: readonly { slug: string; title: string }[]) =>
    entries.map(({ slug, title }) => ({ text: title, href: addressOf(locale, collection, slug) }));
  const toCourses = (slugs: readonly string[] | undefined) =>
    linked('courses', pick(catalogue.courses, slugs).map(titleOf));
  return {
    topics: facts.archived ? [] : withParents(facts.topics, topics),
    level: facts.level,
    audiences: facts.audiences,
    facts: courseFacts(catalogue, course),
    texts: [
      titled(t('course.objectives'), text.objectives),
      titled(t('course.prerequisites'), [text.prerequisites]),
      titled(t('course.methods'), [text.methods]),
      titled(t('course.assessment'), [text.assessment]),
    ].filter(({ lines }) => lines.length > 0),
    sessions: sessionRows(catalogue, course),
    links: [
      { title: t('fields.topics'), links: linked('topics', pick(topics, facts.topics).map(titleOf)) },
      { title: t('course.required'), links: toCourses(facts.requiredCourses) },
      { title: t('course.modules'), links: linked('modules', pick(modules, facts.modules).map(titleOf)) },
      {
        title: t('course.trainers'),
        links: linked(
          'people',
          pick(people, facts.trainers).map(({ slug, facts: { name } }) => ({ slug, title: name })),
        ),
      },
      { title: t('course.next'), links: toCourses(facts.nextCourses) },
    ].filter(({ links }) => links.length > 0),
  };
}

function titleOf({ slug, text }: { slug: string; text: { title: string } }) {
  return { slug, title: text.title };
}

function courseFacts({ locale }: Catalogue, { facts }: CourseView): PlainPage['facts'] {
  const strings = stringsFor(locale);
  const { t } = strings;
  const words = (field: string, options: readonly string[]) =>
    options.map((option) => wordOf(strings, field, option));
  return [
    { term: t('fields.modality'), values: words('modality', [facts.modality]) },
    { term: t('fields.duration'), values: [courseDuration(strings, facts.hours)] },
    { term: t('fields.hours'), values: [hoursWords(strings, facts.hours)] },
    { term: t('fields.level'), values: words('level', [facts.level]) },
    { term: t('fields.languages'), values: words('languages', facts.languages) },
    { term: t('fields.audiences'), values: words('audiences', facts.audiences) },
    { term: t('fields.careerGroups'), values: facts.careerGroups ? [facts.careerGroups.join(', ')] : [] },
    { term: t('fields.countsForStage'), values: facts.countsForStage ? [t('stage.yes')] : [] },
    {
      term: t('fields.countsForTrainingAccount'),
      values: facts.countsForTrainingAccount ? [t('account.yes')] : [],
    },
    {
      term: t('fields.competences'),
      values: (facts.competences ?? []).map(
        ({ competence, level }) =>
          `${competence} ${wordOf(strings, 'competence', competence)}, ${t('course.competence-level', { level })}`,
      ),
    },
    { term: t('fields.code'), values: [facts.code] },
  ].filter(({ values }) => values.length > 0);
}

function sessionRows(catalogue: Catalogue, course: CourseView): PlainPage['sessions'] {
  const strings = stringsFor(catalogue.locale);
  const dates = datesFor(catalogue.locale);
  return sessionsOf(catalogue, course.slug).coming.map((session) => {
    const { facts, firstDay, lastDay, state } = session;
    const venue = venueOf(catalogue, session);
    return {
      when: [
        dates.range(firstDay, lastDay),
        ...facts.meetings.map(({ date, start, end }) => `${dates.weekday(date)}, ${start}–${end}`),
      ].join(' · '),
      where: [
        ...(venue ? [venue.facts.name, facts.room, venue.facts.town] : [wordOf(strings, 'form', facts.form)]),
        wordOf(strings, 'languages', facts.language),
      ].join(', '),
      state: wordOf(strings, 'state', state),
    };
  });
}
