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
import type { RecordType } from './facet-names.ts';
import { courseFacets } from './facets.ts';
import { keywordsOf } from './keywords.ts';
import { moduleFacets, pathFacets, pathHours } from './other-facets.ts';
import { pageRecords, termRecords } from './page-records.ts';
import { never } from './query/listing.ts';
import type { AddressOf, BodyWords, SearchRecord } from './records.ts';
import { comingSessions, sessionRecord } from './session-records.ts';
import { synonymsFor } from './synonyms.ts';

/** How the records of a catalogue are made. */
export interface RecordPlans {
  readonly plans: readonly RecordPlan[];
  /** Those that are made as soon as kept; they come last. */
  readonly others: readonly SearchRecord[];
  /** All that the planned ones are made with, beside what they read of the catalogue they are given. */
  readonly ground: string;
}

/** A record that is still to be made. */
export interface RecordPlan {
  /** That of the same entry’s record after any edit, and of no other. */
  readonly name: string;
  /** Makes it of the same catalogue, which may be watched for this record alone. */
  readonly make: (catalogue: Catalogue) => Promise<SearchRecord>;
}

type Listed = 'courses' | 'modules' | 'paths' | 'sessions' | 'topics' | 'people' | 'news' | 'pages';

type ViewOf<Name extends Listed> = Catalogue[Name] extends ReadonlyMap<string, infer View> ? View : never;

type Own = Partial<SearchRecord> & {
  readable?: { title: string; summary: string };
  topicSlugs?: readonly string[] | undefined;
  code?: string;
};

export function planRecords(catalogue: Catalogue, wordsOf: BodyWords, addressOf: AddressOf): RecordPlans {
  const { locale } = catalogue;
  const groups = [...catalogue.synonyms.values()].map(({ facts }) => ({ facts }));
  const synonyms = synonymsFor(locale, groups);
  const record = async (
    { topics }: Catalogue,
    type: RecordType,
    path: string,
    entry: InLanguage<object, object>,
    own: Own = {},
  ): Promise<SearchRecord> => ({
    type,
    slug: entry.slug,
    url: addressOf(locale, path),
    language: entry.language,
    ...readable(entry.text),
    ...own.readable,
    text: [own.text ?? '', await wordsOf(entry)].filter((part) => part !== '').join(' '),
    ...keywordsOf({ topics }, entry, { topicSlugs: own.topicSlugs, code: own.code, synonyms }),
    facets: own.facets ?? { topic: withParents(own.topicSlugs ?? [], topics) },
    date: own.date ?? never,
    hours: own.hours ?? 0,
  });
  const keywordsOfCourse =
    ({ topics }: Catalogue) =>
    (course: CourseView) =>
      keywordsOf({ topics }, course, {
        topicSlugs: course.facts.topics,
        code: course.facts.code,
        synonyms,
      }).keywords;
  const all = <Name extends Listed>(
    name: Name,
    make: (entry: ViewOf<Name>, catalogue: Catalogue) => Promise<SearchRecord>,
    slugs: Iterable<string> = catalogue[name].keys(),
  ): RecordPlan[] =>
    [...slugs].sort().map((slug) => ({
      name: `${name}/${slug}`,
      make: (own) => make(own[name].get(slug) as ViewOf<Name>, own),
    }));
  const plans = [
    ...all('courses', (course, own) =>
      record(own, 'course', `courses/${course.slug}/`, course, {
        text: courseWords(own, course),
        topicSlugs: withParents(course.facts.topics, own.topics),
        code: course.facts.code,
        facets: courseFacets(own, course),
        date: nextSession(own, course.slug)?.firstDay ?? never,
        hours: durationOf(course.facts.hours),
      }),
    ),
    ...all('modules', (module, own) =>
      record(own, 'module', `modules/${module.slug}/`, module, {
        topicSlugs: withParents(module.facts.topics, own.topics),
        facets: moduleFacets(own, module),
        hours: module.facts.minutes / 60,
      }),
    ),
    ...all('paths', (path, own) =>
      record(own, 'path', `paths/${path.slug}/`, path, {
        text: (path.text.reasons ?? []).join(' '),
        topicSlugs: withParents(path.facts.topics ?? [], own.topics),
        facets: pathFacets(own, path),
        hours: pathHours(own, path),
      }),
    ),
    ...all(
      'sessions',
      async (session, own) => sessionRecord(own, session, addressOf, keywordsOfCourse(own)),
      comingSessions(catalogue).keys(),
    ),
    ...all('topics', (topic, own) => record(own, 'topic', `topics/${topic.slug}/`, topic)),
    ...all('people', (person, own) =>
      record(own, 'person', `people/${person.slug}/`, person, personWords(person)),
    ),
    ...all('news', (news, own) =>
      record(own, 'news', `news/${news.slug}/`, news, {
        topicSlugs: news.facts.topics,
        date: news.facts.date,
      }),
    ),
    ...all('pages', (page, own) => record(own, 'page', `${page.slug}/`, page)),
  ];
  const others = [
    ...termRecords(catalogue, addressOf, synonyms),
    ...pageRecords(catalogue, addressOf, synonyms),
  ];
  return { plans, others, ground: JSON.stringify(groups) };
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
