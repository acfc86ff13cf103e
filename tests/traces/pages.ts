import { nextSessions } from '../../src/catalogue/agenda.ts';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { courseFacts } from '../../src/catalogue/course-facts.ts';
import { entryTitles } from '../../src/catalogue/entry-titles.ts';
import { sessionsOnPage } from '../../src/catalogue/lists.ts';
import { mainTopics } from '../../src/catalogue/topics.ts';
import { waysOf } from '../../src/catalogue/ways.ts';
import { courseFeed, newsFeed, sessionsFeed } from '../../src/exports/feeds.ts';
import { sessionCalendar } from '../../src/exports/icalendar.ts';
import { sitemap } from '../../src/exports/sitemap.ts';
import { courseData } from '../../src/exports/structured-data.ts';
import { stringsFor } from '../../src/i18n/strings.ts';
import { courseFacets, facetsOf, listedFacetsOf } from '../../src/search/facets.ts';

/** What a page shows of a catalogue, as text. */
export type Page = (catalogue: Catalogue) => string;

const origin = new URL('https://academie.example');

/** Pages of all kinds, by name: what is shown is what the site’s own pages and exports show. */
export function pagesOf(plain: Catalogue): Map<string, Page> {
  const strings = stringsFor(plain.locale);
  const pages = new Map<string, Page>();
  const add = (name: string, page: (catalogue: Catalogue) => unknown) =>
    pages.set(name, (catalogue) => JSON.stringify(page(catalogue)) ?? '');
  const list = (catalogue: Catalogue, slugs: readonly string[] = []) =>
    slugs.map((slug) => catalogue.cards.get(slug));
  for (const slug of plain.courses.keys()) {
    add(`courses/${slug}`, (catalogue) => {
      const course = catalogue.courses.get(slug);
      return (
        course && [
          courseData(catalogue, course, origin),
          courseFacts(catalogue, course, strings),
          list(catalogue, catalogue.links.nearCourses.get(slug)),
        ]
      );
    });
    add(`feeds/${slug}`, (catalogue) => {
      const course = catalogue.courses.get(slug);
      return course && courseFeed(catalogue, course, origin);
    });
  }
  for (const slug of plain.sessions.keys())
    add(`sessions/${slug}`, (catalogue) => {
      const session = catalogue.sessions.get(slug);
      return session && sessionCalendar(catalogue, session, origin);
    });
  for (const slug of plain.modules.keys()) add(`modules/${slug}`, (catalogue) => waysOf(catalogue, slug));
  for (const slug of plain.news.keys())
    add(`news/${slug}`, ({ links, news }) =>
      (links.nearNews.get(slug) ?? []).map((near) => news.get(near)?.text.title),
    );
  for (const page of [1, 2])
    add(`lists/courses/${page}`, (catalogue) => {
      const shown = catalogue.links.all.page('courses', page);
      return [list(catalogue, shown.entries), shown.pages];
    });
  for (const value of plain.links.coursesOfValue.keys())
    add(`lists/${value}`, (catalogue) => [
      list(catalogue, catalogue.links.coursesOfValue.page(value, 1).entries),
      catalogue.links.coursesOfValue.amount(value),
    ]);
  add('calendar', ({ months, links, sessions }) => [
    months,
    links.all.page('calendar', 1, sessionsOnPage).entries.map((slug) => sessions.get(slug)?.state),
  ]);
  add('home', (catalogue) => [nextSessions(catalogue, 4), mainTopics(catalogue), catalogue.site.text]);
  add('catalogue', (catalogue) =>
    facetsOf(
      catalogue,
      [...catalogue.courses.values()].map((course) => courseFacets(catalogue, course)),
      strings,
    ),
  );
  add('all-lists', (catalogue) => listedFacetsOf(catalogue, strings));
  add('titles', entryTitles);
  add('sessions.xml', (catalogue) => sessionsFeed(catalogue, origin));
  add('news.xml', (catalogue) => newsFeed(catalogue, origin));
  add('sitemap.xml', (catalogue) => sitemap(catalogue, origin));
  add('day', ({ today }) => today);
  return pages;
}
