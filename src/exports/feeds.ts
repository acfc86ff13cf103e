import { type Catalogue, type CourseView, pick, type SessionView } from '../catalogue/catalogue.ts';
import { wordOf } from '../catalogue/words.ts';
import { datesFor } from '../i18n/dates.ts';
import { stringsFor } from '../i18n/strings.ts';
import { fileUrl, urlFor } from '../i18n/urls.ts';
import { atom, type FeedEntry } from './atom.ts';

/** The dates of one course, for those who wait for the next. */
export function courseFeed(catalogue: Catalogue, course: CourseView, origin: URL | undefined): string {
  const { locale, links, sessions } = catalogue;
  const path = `courses/${course.slug}/`;
  const found = pick(sessions, links.sessionsOfCourse.get(course.slug)).filter(
    ({ state }) => state !== 'over',
  );
  return feedOf(catalogue, origin, {
    title: stringsFor(locale).t('feed.course', { title: course.text.title }),
    path,
    file: `${path}sessions.xml`,
    entries: found.map((session) => sessionEntry(catalogue, session, origin)),
  });
}

/** So many sessions the feed of the calendar names: it does not grow with the catalogue, and readers ask for it each hour. */
const mostSessions = 200;

/** The calendar: the next sessions that are not over. */
export function sessionsFeed(catalogue: Catalogue, origin: URL | undefined): string {
  const { locale, sessions, site, links } = catalogue;
  const found = pick(sessions, links.all.page('calendar', 1, mostSessions).entries);
  return feedOf(catalogue, origin, {
    title: stringsFor(locale).t('feed.sessions', { name: site.text.name }),
    path: 'sessions/',
    file: 'sessions/sessions.xml',
    entries: found.map((session) => sessionEntry(catalogue, session, origin)),
  });
}

/** The news, the newest first. */
export function newsFeed(catalogue: Catalogue, origin: URL | undefined): string {
  const { locale, news, site } = catalogue;
  return feedOf(catalogue, origin, {
    title: stringsFor(locale).t('feed.news', { name: site.text.name }),
    path: 'news/',
    file: 'news/news.xml',
    entries: [...news.values()].slice(0, 30).map(({ slug, text, facts, language }) => ({
      title: text.title,
      address: new URL(urlFor(locale, `news/${slug}/`), origin).href,
      updated: `${facts.date}T08:00:00Z`,
      summary: text.summary,
      language,
    })),
  });
}

/** A session; as its moment stands that of its first meeting, so that a build without changes writes the same feed. */
function sessionEntry(catalogue: Catalogue, session: SessionView, origin: URL | undefined): FeedEntry {
  const { locale, courses } = catalogue;
  const strings = stringsFor(locale);
  const course = courses.get(session.facts.course) as CourseView;
  const date = datesFor(locale).range(session.firstDay, session.lastDay);
  return {
    title: strings.t('feed.session', { date, title: course.text.title }),
    address: `${new URL(urlFor(locale, `courses/${course.slug}/`), origin).href}#${session.slug}`,
    updated: new Date(session.start).toISOString().replace('.000', ''),
    summary: [
      wordOf(strings, 'form', session.facts.form),
      wordOf(strings, 'languages', session.facts.language),
    ].join(', '),
    language: course.language,
  };
}

interface Contents {
  readonly title: string;
  readonly path: string;
  readonly file: string;
  readonly entries: readonly FeedEntry[];
}

function feedOf(
  { locale, site }: Catalogue,
  origin: URL | undefined,
  { title, path, file, entries }: Contents,
): string {
  const latest = entries
    .map(({ updated }) => updated)
    .sort()
    .at(-1);
  return atom({
    title,
    language: locale,
    page: new URL(urlFor(locale, path), origin).href,
    self: new URL(fileUrl(`${locale}/${file}`), origin).href,
    author: site.text.name,
    updated: latest ?? '2026-01-01T00:00:00Z',
    entries,
  });
}
