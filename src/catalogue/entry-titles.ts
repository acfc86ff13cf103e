import type { Catalogue } from './catalogue.ts';

/** The title of each entry by its slug, of the collections that others refer to. */
export interface EntryTitles {
  readonly courses: Readonly<Record<string, string>>;
  readonly sessions: Readonly<Record<string, string>>;
  readonly modules: Readonly<Record<string, string>>;
  readonly paths: Readonly<Record<string, string>>;
  readonly topics: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
  readonly venues: Readonly<Record<string, string>>;
  readonly glossary: Readonly<Record<string, string>>;
}

/** Two entries of a collection never have the same title here: a slug tells them apart. */
export function entryTitles(catalogue: Catalogue): EntryTitles {
  const { courses, archivedCourses, sessions, modules, paths, topics, people, venues, glossary } = catalogue;
  const allCourses = new Map([...courses, ...archivedCourses]);
  const titlesOf = (views: ReadonlyMap<string, { text: { title: string } }>) =>
    distinct([...views].map(([slug, { text }]) => [slug, text.title]));
  const ofSession = ([slug, { facts }]: [
    string,
    { facts: { course: string; meetings: { date: string }[] } },
  ]) =>
    [
      slug,
      `${allCourses.get(facts.course)?.text.title ?? facts.course} · ${facts.meetings[0]?.date}`,
    ] as const;
  return {
    courses: titlesOf(allCourses),
    sessions: distinct([...sessions].map(ofSession)),
    modules: titlesOf(modules),
    paths: titlesOf(paths),
    topics: titlesOf(topics),
    people: distinct([...people].map(([slug, { facts }]) => [slug, facts.name])),
    venues: distinct([...venues].map(([slug, { facts }]) => [slug, facts.name])),
    glossary: distinct([...glossary].map(([slug, { text }]) => [slug, text.term])),
  };
}

function distinct(titles: readonly (readonly [string, string])[]): Record<string, string> {
  const uses = Map.groupBy(titles, ([, title]) => title);
  return Object.fromEntries(
    titles.map(([slug, title]) => [slug, uses.get(title)?.length === 1 ? title : `${title} (${slug})`]),
  );
}
