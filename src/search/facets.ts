import { sessionsOf, venueOf } from '../catalogue/agenda.ts';
import { type Catalogue, type CourseView, type SessionView, withParents } from '../catalogue/catalogue.ts';
import { durationOf, durationRange, durationRanges } from '../catalogue/hours.ts';
import { mainTopics } from '../catalogue/topics.ts';
import { wordOf } from '../catalogue/words.ts';
import type { Strings } from '../i18n/strings.ts';
import { audiences, levels, modalities, spokenLanguages } from '../schema/vocabulary.ts';
import { type FacetName, type Facets, facetNames } from './facet-names.ts';
import type { ListedFacet } from './lists.ts';

/** What a course can be found by. Its places and days are those of the sessions that can still be attended. */
export function courseFacets(catalogue: Catalogue, { slug, facts }: CourseView): Facets {
  const coming = sessionsOf(catalogue, slug).coming.filter(({ state }) => state !== 'cancelled');
  const hours = durationOf(facts.hours);
  const towns = coming.map((session) => venueOf(catalogue, session)?.facts.town ?? '');
  return {
    topic: withParents(facts.topics, catalogue.topics),
    level: [facts.level],
    modality: [facts.modality],
    audience: facts.audiences,
    language: facts.languages,
    duration: hours > 0 ? [durationRange(hours)] : [],
    stage: facts.countsForStage ? ['yes'] : [],
    place: [...new Set(towns.filter((town) => town !== ''))].sort(),
    ...dayFacets(coming),
  };
}

/** The days on which `sessions` begin that have not begun, and those of them on which places are free. */
export function dayFacets(sessions: readonly SessionView[]): Pick<Facets, 'day' | 'free'> {
  const ahead = sessions.filter(({ state }) => state !== 'running');
  const hasPlaces = ({ state, facts }: SessionView) =>
    state === 'open' || state === 'closing-soon' || (state === 'upcoming' && facts.availability === 'open');
  const daysOf = (some: readonly SessionView[]) => [...new Set(some.map(({ firstDay }) => firstDay))].sort();
  return { day: daysOf(ahead), free: daysOf(ahead.filter(hasPlaces)) };
}

/** One value of a facet as the form shows it. */
export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** The language of the label, where it is not the page's. */
  readonly lang?: string | undefined;
  readonly count: number;
  /** Values within this one: the sub-topics of a topic. */
  readonly within: readonly FacetOption[];
}

export interface Facet {
  readonly name: FacetName;
  readonly legend: string;
  readonly options: readonly FacetOption[];
}

/** The facets whose values have lists of their own, with those that have courses. */
export function listedFacetsOf({ locale, topics, links }: Catalogue, strings: Strings): Facet[] {
  const { t } = strings;
  const choices = (name: ListedFacet, field: string, values: readonly string[]) =>
    values.map((value) => ({
      value,
      label: wordOf(strings, field, value),
      count: links.coursesOfValue.amount(`${name}/${value}`),
      within: [],
    }));
  const ofTopics = mainTopics({ topics }).map(({ slug, text, language }) => ({
    value: slug,
    label: text.title,
    lang: language === locale ? undefined : language,
    count: links.coursesOfTopic.amount(slug),
    within: [],
  }));
  const all: Facet[] = [
    { name: 'topic', legend: t('fields.topics'), options: ofTopics },
    { name: 'level', legend: t('fields.level'), options: choices('level', 'level', levels) },
    { name: 'modality', legend: t('fields.modality'), options: choices('modality', 'modality', modalities) },
    { name: 'audience', legend: t('fields.audiences'), options: choices('audience', 'audiences', audiences) },
  ];
  return all
    .map((facet) => ({ ...facet, options: facet.options.filter(({ count }) => count > 0) }))
    .filter(({ options }) => options.length > 0);
}

/** The facets of a list of courses, with the values that occur in it; facets without any are left out. */
export function facetsOf(catalogue: Catalogue, all: readonly Facets[], strings: Strings): Facet[] {
  const { t } = strings;
  const amounts = amountsOf(all);
  const option = (name: FacetName, value: string, label: string): FacetOption => ({
    value,
    label,
    count: amounts.get(`${name}/${value}`) ?? 0,
    within: [],
  });
  const choices = (name: FacetName, field: string, values: readonly string[]) =>
    values.map((value) => option(name, value, wordOf(strings, field, value)));
  const topics = (parent: string | undefined): FacetOption[] =>
    [...catalogue.topics.values()]
      .filter(({ facts }) => facts.parent === parent)
      .map(({ slug, text, language }) => ({
        ...option('topic', slug, text.title),
        lang: language === catalogue.locale ? undefined : language,
        within: parent === undefined ? topics(slug).filter(({ count }) => count > 0) : [],
      }));
  const towns = [...new Set(all.flatMap(({ place }) => place ?? []))].sort();
  const found: Record<FacetName, { legend: string; options: FacetOption[] }> = {
    topic: { legend: t('fields.topics'), options: topics(undefined) },
    level: { legend: t('fields.level'), options: choices('level', 'level', levels) },
    modality: { legend: t('fields.modality'), options: choices('modality', 'modality', modalities) },
    audience: { legend: t('fields.audiences'), options: choices('audience', 'audiences', audiences) },
    language: { legend: t('fields.languages'), options: choices('language', 'languages', spokenLanguages) },
    duration: { legend: t('fields.duration'), options: choices('duration', 'duration', durationRanges) },
    stage: { legend: t('fields.countsForStage'), options: [option('stage', 'yes', t('stage.yes'))] },
    place: { legend: t('fields.place'), options: towns.map((town) => option('place', town, town)) },
  };
  return facetNames
    .map((name) => ({ name, ...found[name], options: found[name].options.filter(({ count }) => count > 0) }))
    .filter(({ options }) => options.length > 0);
}

/** How many of `all` have each value: `level/beginner` and so on. */
function amountsOf(all: readonly Facets[]): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const facets of all)
    for (const name of facetNames)
      for (const value of new Set(facets[name]))
        amounts.set(`${name}/${value}`, (amounts.get(`${name}/${value}`) ?? 0) + 1);
  return amounts;
}
