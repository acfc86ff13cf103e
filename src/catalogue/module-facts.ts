import type { Strings } from '../i18n/strings.ts';
import { urlFor } from '../i18n/urls.ts';
import { type Catalogue, type ModuleView, pick } from './catalogue.ts';
import type { NamedFact } from './course-facts.ts';
import { wordOf } from './words.ts';

/** All facts of a module, for its page. */
export function moduleFacts(catalogue: Catalogue, { facts }: ModuleView, strings: Strings): NamedFact[] {
  const { locale, topics, people } = catalogue;
  const { t, count } = strings;
  const lang = (language: string) => (language === locale ? {} : { lang: language });
  const all: NamedFact[] = [
    { term: t('fields.minutes'), values: [{ text: count('minutes.count', facts.minutes) }] },
    { term: t('fields.level'), values: [{ text: wordOf(strings, 'level', facts.level) }] },
    {
      term: t('fields.topics'),
      values: pick(topics, facts.topics).map(({ slug, text, language }) => ({
        text: text.title,
        href: urlFor(locale, `topics/${slug}/`),
        ...lang(language),
      })),
    },
    {
      term: t('fields.competences'),
      values: (facts.competences ?? []).map(({ competence, level }) => ({
        text: `${wordOf(strings, 'competence', competence)}, ${t('course.competence-level', { level })}`,
      })),
    },
    {
      term: t('module.authors'),
      values: pick(people, facts.authors).map(({ slug, facts: { name } }) => ({
        text: name,
        href: urlFor(locale, `people/${slug}/`),
      })),
    },
    {
      term: t('fields.licence'),
      values: facts.licence
        ? [{ text: wordOf(strings, 'licence', facts.licence), href: licenceAddress(facts.licence) }]
        : [],
    },
  ];
  return all.filter(({ values }) => values.length > 0);
}

/** The address of a Creative Commons licence by its SPDX identifier. */
function licenceAddress(licence: string): string {
  if (licence === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/';
  const [, kind, number] = /^CC-(.+)-([\d.]+)$/.exec(licence) ?? [];
  return `https://creativecommons.org/licenses/${kind?.toLowerCase()}/${number}/`;
}
