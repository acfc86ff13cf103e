import { nextSession, sessionsOf, venueOf } from '../catalogue/agenda.ts';
import {
  type Catalogue,
  type CourseView,
  type PersonView,
  pick,
  withParents,
} from '../catalogue/catalogue.ts';
import { durationOf } from '../catalogue/hours.ts';
import type { InLanguage } from '../catalogue/languages.ts';
import { datesFor } from '../i18n/dates.ts';
import type { Locale } from '../i18n/locales.ts';
import { urlFor } from '../i18n/urls.ts';
import type { Facets, RecordType } from './facet-names.ts';
import { courseFacets } from './facets.ts';
import { keywordsOf } from './keywords.ts';
import { moduleFacets, pathFacets, pathHours } from './other-facets.ts';
import { pageRecords, termRecords } from './page-records.ts';
import { never } from './query/listing.ts';
import { comingSessions, sessionRecord } from './session-records.ts';
import { synonymsFor } from './synonyms.ts';

/** One entry as the search finds it: data alone, the same for the same catalogue. */
export interface SearchRecord {
  readonly type: RecordType;
  readonly slug: string;
  /** The address of its page, from the site's root. */
  readonly url: string;
  /** The language of title, summary and text. */
  readonly language: Locale;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  /** All words by which it is found beside these. */
  readonly keywords: readonly string[];
  /** Those of them that are other names of the entry itself. */
  readonly others: readonly string[];
  /** Those of them that its editors gave it. */
  readonly tags: readonly string[];
  readonly facets: Facets;
  /** The day of the next session, or that of a news entry; `9999-12-31` where there is none. */
  readonly date: string;
  readonly hours: number;
  /** A course’s. */
  readonly card?: CardFacts;
}

/** What the card of a course says beside its title, summary and next session. */
export interface CardFacts {
  /** The texts of its facts, in their order. */
  readonly facts: readonly string[];
  readonly topic?: string | undefined;
  /** The address of its cover. */
  readonly cover: string;
}

/** The words of an entry's body, as its readers see them. */
export type BodyWords = (entry: InLanguage<object, object>) => Promise<string>;

/** Says where a page of a language is. */
export type AddressOf = (locale: Locale, path: string) => string;

/**
 * Every course, module, path, coming session, topic, person, news entry, page and term of the glossary, in the best
 * language for the reader.
 */
export async function searchRecords(
  catalogue: Catalogue,
  wordsOf: BodyWords,
  addressOf: AddressOf = urlFor,
): Promise<SearchRecord[]> {
  const { locale, topics } = catalogue;
  const synonyms = synonymsFor(locale, catalogue.synonyms.values());
  const keywordsOfCourse = remembered((course: CourseView) => {
    const { topics: topicSlugs, code } = course.facts;
    return keywordsOf(catalogue, course, { topicSlugs, code, synonyms }).keywords;
  });
  const record = async (
    type: RecordType,
    path: string,
    entry: InLanguage<object, object>,
    own: Partial<SearchRecord> & {
      readable?: { title: string; summary: string };
      topicSlugs?: readonly string[] | undefined;
      code?: string;
    },
  ): Promise<SearchRecord> => ({
    type,
    slug: entry.slug,
    url: addressOf(locale, path),
    language: entry.language,
    ...readable(entry.text),
    ...own.readable,
    text: [own.text ?? '', await wordsOf(entry)].filter((part) => part !== '').join(' '),
    ...keywordsOf(catalogue, entry, { topicSlugs: own.topicSlugs, code: own.code, synonyms }),
    facets: own.facets ?? { topic: withParents(own.topicSlugs ?? [], topics) },
    date: own.date ?? never,
    hours: own.hours ?? 0,
  });
  const all = <T extends { slug: string }>(
    entries: ReadonlyMap<string, T>,
    make: (entry: T) => Promise<SearchRecord>,
  ) => Promise.all([...entries.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1)).map(make));
  const found = await Promise.all([
    all(catalogue.courses, (course) =>
      record('course', `courses/${course.slug}/`, course, {
        text: courseWords(catalogue, course),
        topicSlugs: withParents(course.facts.topics, topics),
        code: course.facts.code,
        facets: courseFacets(catalogue, course),
        date: nextSession(catalogue, course.slug)?.firstDay ?? never,
        hours: durationOf(course.facts.hours),
      }),
    ),
    all(catalogue.modules, (module) =>
      record('module', `modules/${module.slug}/`, module, {
        topicSlugs: withParents(module.facts.topics, topics),
        facets: moduleFacets(catalogue, module),
        hours: module.facts.minutes / 60,
      }),
    ),
    all(catalogue.paths, (path) =>
      record('path', `paths/${path.slug}/`, path, {
        text: (path.text.reasons ?? []).join(' '),
        topicSlugs: withParents(path.facts.topics ?? [], topics),
        facets: pathFacets(catalogue, path),
        hours: pathHours(catalogue, path),
      }),
    ),
    all(comingSessions(catalogue), async (session) =>
      sessionRecord(catalogue, session, addressOf, keywordsOfCourse),
    ),
    all(topics, (topic) => record('topic', `topics/${topic.slug}/`, topic, {})),
    all(catalogue.people, (person) =>
      record('person', `people/${person.slug}/`, person, personWords(person)),
    ),
    all(catalogue.news, (news) =>
      record('news', `news/${news.slug}/`, news, { topicSlugs: news.facts.topics, date: news.facts.date }),
    ),
    all(catalogue.pages, (page) => record('page', `${page.slug}/`, page, {})),
  ]);
  return [
    ...found.flat(),
    ...termRecords(catalogue, addressOf, synonyms),
    ...pageRecords(catalogue, addressOf, synonyms),
  ];
}

/** `find`, asked once about each: a course has many sessions. */
function remembered<Key extends object, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}

function readable({ title = '', summary = '' }: { title?: string; summary?: string }) {
  return { title, summary };
}

/** What a course's page says beside its body: objectives, methods, trainers, and when and where its sessions are. */
function courseWords(catalogue: Catalogue, { slug, facts, text }: CourseView): string {
  const dates = datesFor(catalogue.locale);
  const { coming } = sessionsOf(catalogue, slug);
  return [
    ...text.objectives,
    text.prerequisites,
    text.methods,
    text.assessment,
    ...pick(catalogue.people, facts.trainers).map((person) => person.facts.name),
    ...coming.map(
      (session) => `${dates.day(session.firstDay)} ${venueOf(catalogue, session)?.facts.name ?? ''}`,
    ),
  ]
    .filter((part) => part)
    .join(' ');
}

function personWords({ facts, text }: PersonView) {
  return { readable: { title: facts.name, summary: text.role }, text: text.bio, topicSlugs: facts.topics };
}
