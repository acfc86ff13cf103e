import { nextSession } from '../catalogue/agenda.ts';
import type { Catalogue, CourseView } from '../catalogue/catalogue.ts';
import { cardFacts } from '../catalogue/course-facts.ts';
import { iconOf } from '../catalogue/topics.ts';
import { datesFor } from '../i18n/dates.ts';
import { stringsFor } from '../i18n/strings.ts';
import { fileUrl, urlFor } from '../i18n/urls.ts';
import { coverName } from '../illustrations/covers.ts';
import type { CardFacts } from '../search/records.ts';

/** What the card of a course shows, wherever the course is listed. */
export function courseCard(catalogue: Catalogue, course: CourseView) {
  const { locale } = catalogue;
  const strings = stringsFor(locale);
  const next = nextSession(catalogue, course.slug);
  const topic = catalogue.topics.get(course.facts.topics[0] ?? '');
  return {
    title: course.text.title,
    href: urlFor(locale, `courses/${course.slug}/`),
    summary: course.text.summary,
    lang: course.language === locale ? undefined : course.language,
    facts: cardFacts(course, strings),
    topic: topic?.text.title,
    cover: fileUrl(`covers/${coverName(iconOf(catalogue, course.facts.topics), course.facts.code)}.svg`),
    next: next ? strings.t('course.next-session', { date: datesFor(locale).day(next.firstDay) }) : undefined,
  };
}

/** The part of it that the search keeps: the rest it knows of every entry. */
export function cardOfResult(catalogue: Catalogue, course: CourseView): CardFacts {
  const { facts, topic, cover } = courseCard(catalogue, course);
  return { facts: facts.map(({ text }) => text), topic, cover };
}
