import type { Locale } from '../i18n/locales.ts';
import type { CollectionName, FormOf } from '../schema/collections.ts';
import type { FactsOf, TextsOf } from '../schema/entry.ts';
import { dayAt, type Instant } from './clock.ts';
import type { Content } from './content.ts';
import { type InLanguage, inLanguage } from './languages.ts';
import { type Occasion, occasionOf } from './occasions.ts';

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
  readonly now: Instant;
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
  readonly links: Links;
}

/** Who refers to whom, backwards: slugs, in the order of the collection that refers. */
export interface Links {
  readonly sessionsOfCourse: ReadonlyMap<string, readonly string[]>;
  readonly coursesOfTopic: ReadonlyMap<string, readonly string[]>;
  readonly modulesOfTopic: ReadonlyMap<string, readonly string[]>;
  readonly coursesOfPerson: ReadonlyMap<string, readonly string[]>;
  readonly coursesOfModule: ReadonlyMap<string, readonly string[]>;
  readonly pathsOfCourse: ReadonlyMap<string, readonly string[]>;
  readonly pathsOfModule: ReadonlyMap<string, readonly string[]>;
  readonly newsOfCourse: ReadonlyMap<string, readonly string[]>;
  readonly subTopics: ReadonlyMap<string, readonly string[]>;
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
  return {
    locale,
    now,
    timeZone,
    site: views('site')[0] as SiteView,
    courses,
    archivedCourses: only(allCourses, ({ facts }) => facts.archived === true),
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
    links: {
      sessionsOfCourse: backwards(sessions, ({ facts }) => [facts.course]),
      coursesOfTopic: backwards(courses, ({ facts }) => withParents(facts.topics, topics)),
      modulesOfTopic: backwards(modules, ({ facts }) => withParents(facts.topics, topics)),
      coursesOfPerson: backwards(courses, ({ facts }) => facts.trainers ?? []),
      coursesOfModule: backwards(courses, ({ facts }) => facts.modules ?? []),
      pathsOfCourse: backwards(paths, ({ facts }) => facts.steps.flatMap(({ course }) => course ?? [])),
      pathsOfModule: backwards(paths, ({ facts }) => facts.steps.flatMap(({ module }) => module ?? [])),
      newsOfCourse: backwards(news, ({ facts }) => facts.courses ?? []),
      subTopics: backwards(topics, ({ facts }) => (facts.parent ? [facts.parent] : [])),
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

function backwards<T extends { slug: string }>(
  entries: ReadonlyMap<string, T>,
  named: (entry: T) => readonly string[],
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const entry of entries.values()) {
    for (const slug of new Set(named(entry))) {
      const list = found.get(slug);
      if (list) list.push(entry.slug);
      else found.set(slug, [entry.slug]);
    }
  }
  return found;
}
