import type { Strings } from '../i18n/strings.ts';
import { urlFor } from '../i18n/urls.ts';
import { type Catalogue, type CourseView, pick } from './catalogue.ts';
import type { CourseCard } from './course-cards.ts';
import { courseDuration, hoursWords, wordOf } from './words.ts';

/** A term and its value or values, as a description list shows them. */
export interface NamedFact {
  readonly term: string;
  readonly values: readonly { readonly text: string; readonly href?: string; readonly lang?: string }[];
}

/** What one needs to choose a course from a list: form, level, duration, languages. */
export function cardFacts(
  { modality, level, hours, languages }: CourseCard['facts'],
  strings: Strings,
): { term: string; text: string }[] {
  const { t } = strings;
  return [
    { term: t('fields.modality'), text: wordOf(strings, 'modality', modality) },
    { term: t('fields.level'), text: wordOf(strings, 'level', level) },
    { term: t('fields.duration'), text: courseDuration(strings, hours) },
    {
      term: t('fields.languages'),
      text: languages.map((one) => wordOf(strings, 'languages', one)).join(', '),
    },
  ];
}

/**
 * The fields of a course that its page shows in a place of their own, or on purpose not at all. Any other field of the
 * form is a fact or a text more (`otherFacts`, `otherTexts`).
 */
export const placedCourseFields: ReadonlySet<string> = new Set([
  ...['title', 'code', 'summary', 'topics', 'level', 'modality', 'hours', 'languages', 'audiences'],
  ...['careerGroups', 'countsForStage', 'countsForTrainingAccount', 'objectives', 'prerequisites'],
  ...['requiredCourses', 'competences', 'methods', 'assessment', 'accessibility', 'equipment', 'trainers'],
  ...['modules', 'nextCourses', 'enrolment', 'onlineRoom', 'contact', 'image', 'imageAlt', 'licence'],
  // For lists, the search and the calendar of publication.
  ...['keywords', 'featured', 'publishOn', 'unpublishOn', 'archived', 'replacedBy', 'formerAddresses'],
]);

/** All facts of a course, for its page. */
export function courseFacts(catalogue: Catalogue, course: CourseView, strings: Strings): NamedFact[] {
  const { facts } = course;
  const { t } = strings;
  const words = (field: string, options: readonly string[]) =>
    options.map((option) => ({ text: wordOf(strings, field, option) }));
  const topics = pick(catalogue.topics, facts.topics).map(({ slug, text, language }) => ({
    text: text.title,
    href: urlFor(catalogue.locale, `topics/${slug}/`),
    ...(language !== catalogue.locale && { lang: language }),
  }));
  const all: NamedFact[] = [
    { term: t('fields.modality'), values: words('modality', [facts.modality]) },
    { term: t('fields.duration'), values: [{ text: courseDuration(strings, facts.hours) }] },
    { term: t('fields.hours'), values: [{ text: hoursWords(strings, facts.hours) }] },
    { term: t('fields.level'), values: words('level', [facts.level]) },
    { term: t('fields.languages'), values: words('languages', facts.languages) },
    { term: t('fields.audiences'), values: words('audiences', facts.audiences) },
    {
      term: t('fields.careerGroups'),
      values: facts.careerGroups ? [{ text: facts.careerGroups.join(', ') }] : [],
    },
    { term: t('fields.countsForStage'), values: facts.countsForStage ? [{ text: t('stage.yes') }] : [] },
    {
      term: t('fields.countsForTrainingAccount'),
      values: facts.countsForTrainingAccount ? [{ text: t('account.yes') }] : [],
    },
    { term: t('fields.topics'), values: topics },
    { term: t('fields.code'), values: [{ text: facts.code }] },
  ];
  return all.filter(({ values }) => values.length > 0);
}
