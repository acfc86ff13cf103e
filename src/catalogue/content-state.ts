import type { Locale } from '../i18n/locales.ts';
import { locales } from '../i18n/locales.ts';
import type { Catalogue } from './catalogue.ts';

/** An entry with something to do, and its title in a language it has. */
export interface EntryToDo {
  readonly collection: string;
  readonly slug: string;
  readonly title: string;
  readonly language: Locale;
}

/** What editors may want to look after, by what is to be done. */
export interface ContentState {
  /** By language: what is not translated into it. */
  readonly untranslated: ReadonlyMap<Locale, readonly EntryToDo[]>;
  /** Courses that take place on a day and have none to come. */
  readonly withoutSession: readonly EntryToDo[];
  /** Sessions whose last meeting has ended: they can be archived. */
  readonly over: readonly EntryToDo[];
}

type Titled = {
  readonly slug: string;
  readonly language: Locale;
  readonly languages: readonly Locale[];
  readonly text: object;
};

/** The state of the content at the catalogue’s moment. What is not published yet is left out. */
export function contentState(catalogue: Catalogue): ContentState {
  const { courses, sessions, links } = catalogue;
  const translatable = (
    ['courses', 'modules', 'paths', 'topics', 'news', 'pages', 'glossary'] as const
  ).flatMap((collection) =>
    [...(catalogue[collection] as ReadonlyMap<string, Titled>).values()].map((view) => ({
      collection,
      view,
    })),
  );
  const untranslated = new Map(
    locales.map((locale) => {
      const lacking = translatable.filter(({ view }) => !view.languages.includes(locale));
      return [locale, lacking.map(({ collection, view }) => toDo(collection, view))];
    }),
  );
  const isComing = (slug: string) => sessions.get(slug)?.isPast === false;
  const withoutSession = [...courses.values()]
    .filter(({ facts }) => facts.modality !== 'e-learning')
    .filter(({ slug }) => !(links.sessionsOfCourse.get(slug) ?? []).some(isComing))
    .map((view) => toDo('courses', view));
  const over = [...sessions.values()]
    .filter(({ isPast }) => isPast)
    .flatMap(({ slug, facts, firstDay }) => {
      const course = courses.get(facts.course);
      return course
        ? [{ ...toDo('sessions', course), slug, title: `${course.text.title} · ${firstDay}` }]
        : [];
    });
  return { untranslated, withoutSession, over };
}

function toDo(collection: string, { slug, language, text }: Omit<Titled, 'languages'>): EntryToDo {
  const { title, term } = text as { title?: string; term?: string };
  return { collection, slug, language, title: title ?? term ?? slug };
}
