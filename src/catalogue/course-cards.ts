import type { Locale } from '../i18n/locales.ts';
import { nextSession } from './agenda.ts';
import type { Catalogue, CourseView, SessionView } from './catalogue.ts';
import type { SlugLists } from './lists.ts';
import { iconOf } from './topics.ts';

/** What a list shows of a course: a list is then made of cards, and changes with what they say alone. */
export interface CourseCard {
  readonly title: string;
  readonly summary: string;
  readonly language: Locale;
  readonly facts: Pick<CourseView['facts'], 'modality' | 'level' | 'hours' | 'languages' | 'code'>;
  /** The title of its first topic. */
  readonly topic?: string | undefined;
  readonly icon: ReturnType<typeof iconOf>;
  /** The day on which its next session begins. */
  readonly next?: string | undefined;
}

interface Around extends Pick<Catalogue, 'topics'> {
  readonly sessions: ReadonlyMap<string, SessionView>;
  readonly sessionsOfCourse: SlugLists;
}

/** The card of each course. */
export function courseCards(
  courses: ReadonlyMap<string, CourseView>,
  { topics, sessions, sessionsOfCourse }: Around,
): Map<string, CourseCard> {
  const card = ({ slug, text, language, facts }: CourseView): CourseCard => {
    const { modality, level, hours, languages, code } = facts;
    return {
      title: text.title,
      summary: text.summary,
      language,
      facts: { modality, level, hours, languages, code },
      topic: topics.get(facts.topics[0] ?? '')?.text.title,
      icon: iconOf({ topics }, facts.topics),
      next: nextSession({ sessions, links: { sessionsOfCourse } }, slug)?.firstDay,
    };
  };
  return new Map([...courses.values()].map((course) => [course.slug, card(course)]));
}
