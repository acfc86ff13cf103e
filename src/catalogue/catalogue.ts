import type { Locale } from '../i18n/locales.ts';
import type { CollectionName, FormOf } from '../schema/collections.ts';
import type { FactsOf, TextsOf } from '../schema/entry.ts';
import { type CalendarMonth, calendarOf } from './calendar.ts';
import { dayAt, type Instant } from './clock.ts';
import { collectionLists } from './collection-lists.ts';
import type { Content } from './content.ts';
import { type CourseCard, courseCards } from './course-cards.ts';
import { type InLanguage, inLanguage } from './languages.ts';
import { backwards, type SlugLists } from './lists.ts';
import { type Occasion, occasionOf } from './occasions.ts';
import { nearCourses, nearNews } from './related.ts';

type View<Name extends CollectionName> = InLanguage<FactsOf<FormOf<Name>>, TextsOf<FormOf<Name>>>;

export type CourseView = View<'courses'>;
export type ModuleView = View<'modules'>;
export type PathView = View<'paths'>;
export type TopicView = View<'topics'>;
export type PersonView = View<'people'>;
export type NewsView = View<'news'>;
export type VenueView = View<'venues'>;
export type PageView = View<'pages'>;
export type StatementView = View<'statements'>;
export type GlossaryView = View<'glossary'>;
export type AuditView = View<'audits'>;
export type SynonymGroupView = View<'synonyms'>;
export type SiteView = View<'site'>;
export type SessionView = View<'sessions'> & Occasion;
export type ExchangeView = View<'exchanges'> & Occasion;

/** The catalogue as a reader of one language sees it at one moment: what is published, in order, found by slug. */
export interface Catalogue {
  readonly locale: Locale;
  /** The day of its moment, in its own zone: what pages show follows from the day, and from the states of sessions. */
  readonly today: string;
  /** 2027-03 */
  readonly thisMonth: string;
  readonly timeZone: string;
  readonly site: SiteView;
  /** By title, in the language's own order. Archived courses are not among them. */
  readonly courses: ReadonlyMap<string, CourseView>;
  /** Courses that are no longer given: their pages stay and name what replaces them. */
  readonly archivedCourses: ReadonlyMap<string, CourseView>;
  readonly modules: ReadonlyMap<string, ModuleView>;
  readonly paths: ReadonlyMap<string, PathView>;
  /** By position, then title; main topics and sub-topics alike. */
  readonly topics: ReadonlyMap<string, TopicView>;
  /** Who agreed to be published, by family name. */
  readonly people: ReadonlyMap<string, PersonView>;
  /** The newest first. */
  readonly news: ReadonlyMap<string, NewsView>;
  readonly venues: ReadonlyMap<string, VenueView>;
  readonly pages: ReadonlyMap<string, PageView>;
  readonly glossary: ReadonlyMap<string, GlossaryView>;
  readonly statements: ReadonlyMap<string, StatementView>;
  readonly synonyms: ReadonlyMap<string, SynonymGroupView>;
  /** Sessions of published courses, by their first meeting. */
  readonly sessions: ReadonlyMap<string, SessionView>;
  readonly exchanges: ReadonlyMap<string, ExchangeView>;
  /** Assessments of the site’s accessibility, the newest first. */
  readonly audits: readonly AuditView[];
  /** What lists show of a course, by its slug. */
  readonly cards: ReadonlyMap<string, CourseCard>;
  /** The months in which sessions are that are not over. */
  readonly months: readonly CalendarMonth[];
  readonly links: Links;
}

/** Who refers to whom, backwards: slugs, in the order of the collection that refers. */
export interface Links {
  readonly sessionsOfCourse: SlugLists;
  /** Of those that are not over. */
  readonly sessionsOfMonth: SlugLists;
  readonly coursesOfTopic: SlugLists;
  /** By facet and value: `level/beginner`, `modality/online`, `audience/trainers`. */
  readonly coursesOfValue: SlugLists;
  readonly modulesOfTopic: SlugLists;
  readonly coursesOfPerson: SlugLists;
  readonly coursesOfModule: SlugLists;
  readonly pathsOfCourse: SlugLists;
  readonly pathsOfModule: SlugLists;
  readonly newsOfCourse: SlugLists;
  readonly subTopics: SlugLists;
  /** The courses nearest to one, and the news to read after one; the nearest first. */
  readonly nearCourses: SlugLists;
  readonly nearNews: SlugLists;
  /** Whole collections as lists: what `collectionLists` returns. */
  readonly all: SlugLists;
}

/** The catalogue in `locale` at `now`; `timeZone` is that of sessions that name none. */
export function catalogueFor(locale: Locale, content: Content, now: Instant, timeZone: string): Catalogue {
  const today = dayAt(now, timeZone);
  const { compare } = new Intl.Collator(locale);
  const views = <Name extends CollectionName>(name: Name): View<Name>[] =>
    [...content[name].values()].map((entry) => inLanguage(entry, locale) as View<Name>);
  const published = <Name extends 'courses' | 'modules' | 'paths'>(name: Name) =>
    bySlug(
      views(name)
        .filter(({ facts }) => isPublished(facts, today))
        .sort((a, b) => compare(titleOf(a.text), titleOf(b.text))),
    );
  const allCourses = published('courses');
  const courses = only(allCourses, ({ facts }) => !facts.archived);
  const topics = bySlug(
    views('topics').sort(
      (a, b) =>
        (a.facts.position ?? 1000) - (b.facts.position ?? 1000) || compare(a.text.title, b.text.title),
    ),
  );
  const people = bySlug(
    views('people')
      .filter(({ facts }) => facts.agreedToBePublished)
      .sort((a, b) => compare(familyName(a.facts.name), familyName(b.facts.name))),
  );
  const news = bySlug(
    views('news')
      .filter(({ facts }) => facts.date <= today && isPublished(facts, today))
      .sort((a, b) => (a.facts.date < b.facts.date ? 1 : -1)),
  );
  const occasions = <T extends View<'sessions'> | View<'exchanges'>>(found: T[]) =>
    bySlug(
      found
        .map((view) => ({ ...view, ...occasionOf(view.facts, now, timeZone) }))
        .sort((a, b) => a.start - b.start),
    );
  const sessions = occasions(views('sessions').filter(({ facts }) => courses.has(facts.course)));
  const modules = published('modules');
  const paths = published('paths');
  const archivedCourses = only(allCourses, ({ facts }) => facts.archived === true);
  const coursesOfTopic = backwards(courses, ({ facts }) => withParents(facts.topics, topics));
  const sessionsOfCourse = backwards(sessions, ({ facts }) => [facts.course]);
  const thisMonth = today.slice(0, 7);
  const { months, sessionsOfMonth } = calendarOf(sessions, thisMonth);
  return {
    locale,
    today,
    thisMonth,
    timeZone,
    site: views('site')[0] as SiteView,
    courses,
    archivedCourses,
    modules,
    paths,
    topics,
    people,
    news,
    venues: bySlug(views('venues')),
    pages: bySlug(views('pages')),
    glossary: bySlug(views('glossary').sort((a, b) => compare(a.text.term, b.text.term))),
    statements: bySlug(views('statements')),
    synonyms: bySlug(views('synonyms')),
    sessions,
    exchanges: occasions(views('exchanges')),
    audits: views('audits').sort((a, b) => (a.facts.date < b.facts.date ? 1 : -1)),
    cards: courseCards(courses, { topics, sessions, sessionsOfCourse }),
    months,
    links: {
      sessionsOfCourse,
      sessionsOfMonth,
      coursesOfTopic,
      coursesOfValue: backwards(courses, ({ facts }) => [
        `level/${facts.level}`,
        `modality/${facts.modality}`,
        ...facts.audiences.map((audience) => `audience/${audience}`),
      ]),
      modulesOfTopic: backwards(modules, ({ facts }) => withParents(facts.topics, topics)),
      coursesOfPerson: backwards(courses, ({ facts }) => facts.trainers ?? []),
      coursesOfModule: backwards(courses, ({ facts }) => facts.modules ?? []),
      pathsOfCourse: backwards(paths, ({ facts }) => facts.steps.flatMap(({ course }) => course ?? [])),
      pathsOfModule: backwards(paths, ({ facts }) => facts.steps.flatMap(({ module }) => module ?? [])),
      newsOfCourse: backwards(news, ({ facts }) => facts.courses ?? []),
      subTopics: backwards(topics, ({ facts }) => (facts.parent ? [facts.parent] : [])),
      nearCourses: nearCourses(allCourses, courses, coursesOfTopic),
      nearNews: nearNews(news),
      all: collectionLists({ courses, modules, paths, news, people, sessionsOfMonth }),
    },
  };
}

/** The entries that `slugs` name and that a visitor may see, in the order of `slugs`. */
export function pick<T>(entries: ReadonlyMap<string, T>, slugs: readonly string[] = []): T[] {
  return slugs.map((slug) => entries.get(slug)).filter((entry) => entry !== undefined);
}

/** `topics` and the main topics they belong to, each once. */
export function withParents(slugs: readonly string[], topics: ReadonlyMap<string, TopicView>): string[] {
  return [...new Set(slugs.flatMap((slug) => [topics.get(slug)?.facts.parent ?? slug, slug]))];
}

interface Publication {
  readonly publishOn?: string | undefined;
  readonly unpublishOn?: string | undefined;
}

function titleOf(text: object): string {
  return 'title' in text ? String(text.title) : '';
}

function isPublished({ publishOn, unpublishOn }: Publication, today: string): boolean {
  return (!publishOn || publishOn <= today) && (!unpublishOn || today < unpublishOn);
}

/** By family name: the last word, with the particles before it. */
function familyName(name: string): string {
  return /(?:\b(?:da|de|di|van|von|der)\s+)*\S+$/i.exec(name)?.[0] ?? name;
}

function bySlug<T extends { slug: string }>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map((entry) => [entry.slug, entry]));
}

function only<T>(entries: ReadonlyMap<string, T>, holds: (entry: T) => boolean): Map<string, T> {
  return new Map([...entries].filter(([, entry]) => holds(entry)));
}
