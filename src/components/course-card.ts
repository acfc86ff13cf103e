import type { Catalogue } from '../catalogue/catalogue.ts';
import { cardFacts } from '../catalogue/course-facts.ts';
import { datesFor } from '../i18n/dates.ts';
import { stringsFor } from '../i18n/strings.ts';
import { fileUrl, urlFor } from '../i18n/urls.ts';
import { coverName } from '../illustrations/covers.ts';
import type { CardFacts } from '../search/records.ts';

/** What the card of a course shows, wherever the course is listed; undefined for one that is in no list. */
export function courseCard({ cards, locale }: Catalogue, slug: string) {
  const card = cards.get(slug);
  if (!card) return undefined;
  const { title, summary, language, facts, topic, icon, next } = card;
  const strings = stringsFor(locale);
  return {
    title,
    href: urlFor(locale, `courses/${slug}/`),
    summary,
    lang: language === locale ? undefined : language,
    facts: cardFacts(facts, strings),
    topic,
    cover: fileUrl(`covers/${coverName(icon, facts.code)}.svg`),
    next: next ? strings.t('course.next-session', { date: datesFor(locale).day(next) }) : undefined,
  };
}

/** The part of it that the search keeps: the rest it knows of every entry. */
export function cardOfResult(catalogue: Catalogue, slug: string): CardFacts | undefined {
  const card = courseCard(catalogue, slug);
  if (!card) return undefined;
  const { facts, topic, cover } = card;
  return { facts: facts.map(({ text }) => text), topic, cover };
}
